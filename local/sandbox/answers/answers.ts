/**
 * Answers with users and posts: the asked fields, what the expansions include, and an error for everything that an
 * expansion cannot show. https://docs.x.com/x-api/fundamentals/expansions
 */
import { notAuthorized, notFound, userSuspended } from "../problems.ts";
import type { PostText } from "../world/post-text.ts";
import type { SandboxMedia, SandboxPoll, SandboxPost } from "../world/posts.ts";
import type { SandboxUser } from "../world/users.ts";
import { isVisible, type World } from "../world/world.ts";
import { mediaShape } from "./media-shape.ts";
import { pollShape } from "./poll-shape.ts";
import { postShape, referencesOf } from "./post-shape.ts";
import { userShape } from "./user-shape.ts";
import { inVocabulary, speakPost, speakUser } from "./vocabulary.ts";
import type { Wanted } from "./wanted.ts";

export interface Answers {
  user(user: SandboxUser, wanted: Wanted): object;
  post(post: SandboxPost, wanted: Wanted): object;
  /** `data`, `includes` and `errors`, each only where there is something in it. */
  posts(posts: readonly SandboxPost[], reader: SandboxUser, wanted: Wanted): PostsAnswer;
  /** What `users` expands to. */
  includesOf(users: readonly SandboxUser[], wanted: Wanted): object;
}

export interface PostsAnswer {
  readonly data?: readonly object[];
  readonly includes?: object;
  readonly errors?: readonly object[];
}

/** `origin` is where pictures are. */
export const createAnswers = (world: World, origin: () => string): Answers => {
  const user = (item: SandboxUser, wanted: Wanted) =>
    speakUser(userShape(world, item, wanted, origin()), wanted.vocabulary);
  const post = (item: SandboxPost, wanted: Wanted) =>
    speakPost(postShape(world, item, wanted), wanted.vocabulary);

  const expand = (items: readonly SandboxPost[], reader: SandboxUser, wanted: Wanted) => {
    const { expansions, vocabulary } = wanted;
    const users = new Map<string, SandboxUser>();
    const posts = new Map<string, SandboxPost>();
    const media = new Map<string, SandboxMedia>();
    const polls: SandboxPoll[] = [];
    const errors = new Map<string, object>();
    const fail = (expansion: string, value: string, make: (parameter: string) => object) => {
      const parameter = inVocabulary(expansion, vocabulary);
      errors.set(`${parameter} ${value}`, make(parameter));
    };

    const addUser = (expansion: string, value: string, found: SandboxUser | undefined) => {
      if (found && !found.suspended) users.set(found.id, found);
      else {
        fail(expansion, value, (parameter) =>
          found ? userSuspended(parameter, value) : notFound("user", parameter, value),
        );
      }
    };
    const addParts = (item: SandboxPost, of: "" | "referenced_posts.id.") => {
      if (expansions.has(`${of}author_id`)) {
        addUser(`${of}author_id`, item.authorId, world.users.find(item.authorId));
      }
      if (expansions.has(`${of}attachments.media_keys`)) {
        for (const part of item.media) media.set(part.key, part);
      }
    };
    const addReferences = (item: SandboxPost) => {
      for (const { id } of referencesOf(item)) {
        const found = world.posts.find(id);
        if (found && isVisible(world, reader, found)) {
          posts.set(id, found);
          addParts(found, "referenced_posts.id.");
        } else {
          fail("referenced_posts.id", id, (parameter) =>
            found
              ? notAuthorized("tweet", parameter, id, "includes")
              : notFound("tweet", parameter, id),
          );
        }
      }
    };

    const addMentions = (
      expansion: "entities.mentions.username" | "entities.note.mentions.username",
      text: PostText | undefined,
    ) => {
      if (!text || !expansions.has(expansion)) return;
      for (const { username } of text.mentions) {
        addUser(expansion, username, world.users.named(username));
      }
    };
    const expandsReferences = expansions.has("referenced_posts.id");
    const expandsReplies = expansions.has("in_reply_to_user_id");
    for (const item of items) {
      addParts(item, "");
      if (expansions.has("attachments.poll_ids") && item.facts.poll) polls.push(item.facts.poll);
      if (expandsReplies && item.replyToUserId) {
        const id = item.replyToUserId;
        addUser("in_reply_to_user_id", id, world.users.find(id));
      }
      addMentions("entities.mentions.username", item.shown);
      addMentions("entities.note.mentions.username", item.note);
      if (expandsReferences) addReferences(item);
    }
    return { users, posts, media, polls, errors: [...errors.values()] };
  };

  return {
    user,
    post,
    posts(items, reader, wanted) {
      const { users, posts, media, polls, errors } = expand(items, reader, wanted);
      const includes = {
        ...(users.size > 0 && { users: [...users.values()].map((item) => user(item, wanted)) }),
        ...(posts.size > 0 && {
          [wanted.vocabulary === "post" ? "posts" : "tweets"]: [...posts.values()].map((item) =>
            post(item, wanted),
          ),
        }),
        ...(media.size > 0 && {
          media: [...media.values()].map((item) => mediaShape(item, wanted, origin())),
        }),
        ...(polls.length > 0 && {
          polls: polls.map((item) => pollShape(item, wanted, world.now())),
        }),
      };
      return {
        ...(items.length > 0 && { data: items.map((item) => post(item, wanted)) }),
        ...(Object.keys(includes).length > 0 && { includes }),
        ...(errors.length > 0 && { errors }),
      };
    },
    includesOf(users, wanted) {
      if (!wanted.expansions.has("most_recent_post_id")) return {};
      const latest = users.flatMap(({ id }) => world.posts.by(id).at(-1) ?? []);
      const name = wanted.vocabulary === "post" ? "posts" : "tweets";
      return latest.length > 0
        ? { includes: { [name]: latest.map((item) => post(item, wanted)) } }
        : {};
    },
  };
};
