/** The sandbox's accounts and who follows whom. */

export interface SandboxUser {
  readonly id: string;
  readonly username: string;
  name: string;
  location: string;
  description: string;
  readonly createdAt: number;
  protected: boolean;
  suspended: boolean;
  deleted: boolean;
  /** May write long posts. */
  premium: boolean;
  verified: boolean;
  /** Ids of the lists that the account is on. */
  lists: readonly string[];
  likeCount: number;
  /** One of the many that are there to be counted, not to be shown. */
  readonly crowd: boolean;
}

export type NewUser = Partial<SandboxUser> & { readonly username: string };

export interface Users {
  readonly all: Iterable<SandboxUser>;
  /** By id; a deleted account is not there. */
  find(id: string): SandboxUser | undefined;
  /** By handle in any case; a deleted account is not there. */
  named(username: string): SandboxUser | undefined;
  /** Adds an account, or changes the one of that name. */
  put(user: NewUser): SandboxUser;
  follow(followerId: string, followedId: string): void;
  isFollowing(followerId: string, followedId: string): boolean;
  /** Ids, the newest first. */
  followersOf(id: string): readonly string[];
  followedBy(id: string): readonly string[];
  followerCount(id: string): number;
  followedCount(id: string): number;
}

export const createUsers = (now: () => number, nextId: () => string): Users => {
  const byId = new Map<string, SandboxUser>();
  const byName = new Map<string, SandboxUser>();
  const followed = new Map<string, Set<string>>();
  const followers = new Map<string, Set<string>>();

  const present = (user: SandboxUser | undefined) => (user?.deleted ? undefined : user);
  const link = (links: Map<string, Set<string>>, from: string, to: string) => {
    const known = links.get(from) ?? new Set();
    links.set(from, known.add(to));
  };

  return {
    all: { [Symbol.iterator]: () => byId.values() },
    find: (id) => present(byId.get(id)),
    named: (username) => present(byName.get(username.toLowerCase())),
    put(given) {
      const key = given.username.toLowerCase();
      const renamed = byId.get(given.id ?? "");
      if (renamed) {
        byName.delete(renamed.username.toLowerCase());
        byName.set(key, Object.assign(renamed, given));
        return renamed;
      }
      const known = byName.get(key);
      if (known) return Object.assign(known, given, { id: known.id, username: known.username });
      const user: SandboxUser = {
        id: nextId(),
        name: given.username,
        location: "",
        description: "",
        createdAt: now(),
        protected: false,
        suspended: false,
        deleted: false,
        premium: false,
        verified: false,
        lists: [],
        likeCount: 0,
        crowd: false,
        ...given,
      };
      byId.set(user.id, user);
      byName.set(key, user);
      return user;
    },
    follow(followerId, followedId) {
      link(followed, followerId, followedId);
      link(followers, followedId, followerId);
    },
    isFollowing: (followerId, followedId) => followed.get(followerId)?.has(followedId) ?? false,
    followersOf: (id) => [...(followers.get(id) ?? [])].reverse(),
    followedBy: (id) => [...(followed.get(id) ?? [])].reverse(),
    followerCount: (id) => followers.get(id)?.size ?? 0,
    followedCount: (id) => followed.get(id)?.size ?? 0,
  };
};
