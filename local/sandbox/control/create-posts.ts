/** Makes one post, or many at once, as anybody. */
import type * as z from "zod";
import type { SandboxMedia } from "../world/posts.ts";
import type { World } from "../world/world.ts";
import type { newPostSchema } from "./schemas.ts";
import { describePost } from "./state.ts";

const PREFIXES = { photo: 3, video: 7, animated_gif: 16 } as const;

const drawn = (world: World, type: SandboxMedia["type"]): SandboxMedia => {
  const key = `${PREFIXES[type]}_${world.nextId()}`;
  return { key, type, path: `/media/pictures/${key}.svg` };
};

/** The post; of many, `{ids}`, the oldest first. */
export const createPosts = (
  world: World,
  wanted: z.infer<typeof newPostSchema>,
  origin: string,
): object => {
  const { as, text, createdAt, count, spreadMs, inReplyTo, media, ...rest } = wanted;
  const author = world.users.named(as) ?? world.users.put({ username: as });
  const end = createdAt ? Date.parse(createdAt) : world.now();
  const post = (content: string, at: number) =>
    world.posts.add({
      ...rest,
      authorId: author.id,
      text: content,
      createdAt: at,
      replyTo: inReplyTo,
      media: media.map((type) => drawn(world, type)),
    });
  if (count === undefined) return describePost(world, post(text, end), origin);
  const ids = Array.from({ length: count }, (_, index) => {
    const before = Math.round((spreadMs * (count - 1 - index)) / count);
    return post(`${text} ${index + 1}`, end - before).id;
  });
  return { ids };
};
