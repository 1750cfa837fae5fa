/** What the sandbox holds, for a person to look at. */
import { FAULT_KINDS } from "../faults.ts";
import type { Uploads } from "../media/uploads.ts";
import type { SandboxPost } from "../world/posts.ts";
import type { SandboxUser } from "../world/users.ts";
import type { World } from "../world/world.ts";

const SHOWN_POSTS = 50;

export const describePost = ({ users }: World, post: SandboxPost, origin: string) => ({
  id: post.id,
  author: users.find(post.authorId)?.username,
  authorId: post.authorId,
  text: post.source,
  lang: post.lang,
  createdAt: post.createdAt,
  indexedAt: post.indexedAt,
  replyTo: post.replyTo,
  retweetOf: post.retweetOf,
  quoteOf: post.quoteOf,
  media: post.media.map(({ key, type, path, videoPath, altText }) => ({
    key,
    type,
    url: `${origin}${videoPath ?? path}`,
    ...(altText && { altText }),
  })),
  poll: post.facts.poll,
  replySettings: post.facts.replySettings,
  madeWithAi: post.facts.madeWithAi,
  paidPartnership: post.facts.paidPartnership,
});

export const describeUser = ({ users, posts }: World, user: SandboxUser) => ({
  id: user.id,
  username: user.username,
  name: user.name,
  location: user.location,
  description: user.description,
  protected: user.protected,
  suspended: user.suspended,
  deleted: user.deleted,
  premium: user.premium,
  followers: users.followerCount(user.id),
  following: users.followedCount(user.id),
  posts: posts.by(user.id).length,
});

/** Posts are the newest ones, newest first. */
export const describeState = (world: World, uploads: Uploads, origin: string) => {
  const { users, posts } = world;
  const shown = [...users.all].filter(({ crowd }) => !crowd);
  return {
    now: new Date(world.now()).toISOString(),
    faultKinds: FAULT_KINDS,
    users: shown.map((user) => describeUser(world, user)),
    follows: shown.flatMap(({ id, username }) =>
      users.followedBy(id).map((followed) => ({
        follower: username,
        followed: users.find(followed)?.username,
      })),
    ),
    posts: posts.all
      .slice(-SHOWN_POSTS)
      .reverse()
      .map((post) => describePost(world, post, origin)),
    uploads: uploads.list(),
  };
};
