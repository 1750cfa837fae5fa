/** What the sandbox's X holds, and who may see what of it. */
import { createPosts, type Posts, type SandboxPost } from "./posts.ts";
import { createIds } from "./snowflake.ts";
import { createUsers, type SandboxUser, type Users } from "./users.ts";

export interface World {
  /** Epoch milliseconds. */
  now(): number;
  nextId(): string;
  readonly users: Users;
  readonly posts: Posts;
}

export const createWorld = (now: () => number): World => {
  const nextId = createIds(now);
  const users = createUsers(now, nextId);
  return { now, nextId: () => nextId(), users, posts: createPosts(now, nextId, users) };
};

/** Protected accounts are open to themselves and to their followers. */
export const mayRead = ({ users }: World, reader: SandboxUser, author: SandboxUser): boolean =>
  !author.protected || reader.id === author.id || users.isFollowing(reader.id, author.id);

/** True when the reader may see the post: its author is there, in good standing and open to the reader. */
export const isVisible = (world: World, reader: SandboxUser, post: SandboxPost): boolean => {
  const author = world.users.find(post.authorId);
  return author !== undefined && !author.suspended && mayRead(world, reader, author);
};
