/** What the sandbox's X holds: users, follows, posts, media. Ids are snowflakes of the sandbox's clock. */

export interface SandboxUser {
  readonly id: string;
  username: string;
  name: string;
  location: string;
  description: string;
  protected: boolean;
  suspended: boolean;
  createdAt: number;
  likeCount: number;
  /** Followers who are counted but have no account here. */
  extraFollowers: number;
}

export interface SandboxMedia {
  readonly key: string;
  readonly type: "photo" | "video" | "animated_gif";
  readonly url: string;
}

export interface SandboxPost {
  readonly id: string;
  readonly authorId: string;
  readonly text: string;
  readonly lang: string;
  readonly createdAt: number;
  /** From when on search and timelines show it. */
  readonly indexedAt: number;
  readonly replyTo?: string | undefined;
  readonly retweetOf?: string | undefined;
  readonly quoteOf?: string | undefined;
  readonly media: readonly SandboxMedia[];
  retweets: number;
}

export interface World {
  readonly users: Map<string, SandboxUser>;
  readonly posts: Map<string, SandboxPost>;
  /** Whom a user follows, the newest first. */
  readonly following: Map<string, string[]>;
  readonly followers: Map<string, string[]>;
  now(): number;
  nextId(at?: number): string;
  userNamed(username: string): SandboxUser | undefined;
  addUser(user: Partial<SandboxUser> & { readonly username: string }): SandboxUser;
  follow(followerId: string, followedId: string): void;
  addPost(post: NewPost): SandboxPost;
}

export interface NewPost {
  readonly authorId: string;
  readonly text: string;
  readonly lang?: string | undefined;
  readonly createdAt?: number | undefined;
  readonly indexedAfterMs?: number | undefined;
  readonly replyTo?: string | undefined;
  readonly retweetOf?: string | undefined;
  readonly quoteOf?: string | undefined;
  readonly media?: readonly SandboxMedia[] | undefined;
}

const EPOCH_MS = 1288834974657n;
const SEQUENCE_BITS = 22n;

export const createWorld = (now: () => number): World => {
  const users = new Map<string, SandboxUser>();
  const byName = new Map<string, SandboxUser>();
  const posts = new Map<string, SandboxPost>();
  const following = new Map<string, string[]>();
  const followers = new Map<string, string[]>();
  let sequence = 0n;

  const nextId = (at = now()): string => {
    sequence = (sequence + 1n) % (1n << SEQUENCE_BITS);
    return String(((BigInt(Math.floor(at)) - EPOCH_MS) << SEQUENCE_BITS) + sequence);
  };

  return {
    users,
    posts,
    following,
    followers,
    now,
    nextId,
    userNamed: (username) => byName.get(username.toLowerCase()),
    addUser({ username, ...given }) {
      const known = byName.get(username.toLowerCase());
      if (known) return Object.assign(known, given);
      const user: SandboxUser = {
        id: nextId(),
        username,
        name: username,
        location: "",
        description: "",
        protected: false,
        suspended: false,
        createdAt: now(),
        likeCount: 0,
        extraFollowers: 0,
        ...given,
      };
      users.set(user.id, user);
      byName.set(username.toLowerCase(), user);
      return user;
    },
    follow(followerId, followedId) {
      following.set(followerId, [followedId, ...(following.get(followerId) ?? [])]);
      followers.set(followedId, [followerId, ...(followers.get(followedId) ?? [])]);
    },
    addPost({ authorId, text, createdAt = now(), indexedAfterMs = 0, lang = "en", ...rest }) {
      const post: SandboxPost = {
        id: nextId(createdAt),
        authorId,
        text,
        lang,
        createdAt,
        indexedAt: createdAt + indexedAfterMs,
        replyTo: rest.replyTo,
        retweetOf: rest.retweetOf,
        quoteOf: rest.quoteOf,
        media: rest.media ?? [],
        retweets: 0,
      };
      posts.set(post.id, post);
      const original = rest.retweetOf && posts.get(rest.retweetOf);
      if (original) original.retweets += 1;
      return post;
    },
  };
};

const newestFirst = (a: SandboxPost, b: SandboxPost): number =>
  BigInt(a.id) < BigInt(b.id) ? 1 : -1;

/** All posts that are shown by now, newest first. */
export const shownPosts = ({ posts, now }: World): SandboxPost[] =>
  [...posts.values()].filter(({ indexedAt }) => indexedAt <= now()).sort(newestFirst);
