/** Remembers which id belongs to which handle, because X bills every look-up. */
import { LRUCache } from "lru-cache";
import { ConnectorError } from "../connector/errors.ts";
import { USER_FIELDS } from "./fields.ts";
import { aboutUser } from "./missing-resource.ts";
import type { XSession } from "./session.ts";
import { userItem, type XUser } from "./shapes.ts";

/** How long an id is remembered. */
export const HANDLE_KEPT_MS = 6 * 60 * 60 * 1000;
const MAX_HANDLES = 20_000;

export interface UserDirectory {
  /**
   * What `read` answers for the id of a valid handle. A handle can be given up and taken by somebody else, so a
   * remembered id counts only with a proof: `ownerIn` finds the owner's name in the answer, at no cost. Where the answer
   * names nobody X is asked for the handle anew, which is free for a user that was read on the same day; without
   * `ownerIn` it is asked while `read` runs, so that it takes no time either. Rejects with UserNotFound and its kin.
   */
  withId<T>(
    x: XSession,
    handle: string,
    read: (id: string) => Promise<T>,
    ownerIn?: (answer: T) => string | undefined,
  ): Promise<T>;
  /** The profile of a valid handle, always fresh from X. */
  profileOf(x: XSession, handle: string): Promise<XUser>;
  /** Takes note of users that came along with some other answer. */
  learn(users: readonly XUser[] | null | undefined): void;
}

/** A user who is gone names nobody. */
const ABOUT_USER = new Set(["UserNotFound", "UserSuspended", "UserProtected"]);

const ownerOf = async <T>(
  answer: Promise<T>,
  ownerIn: (answer: T) => string | undefined,
): Promise<string | undefined> => {
  try {
    return ownerIn(await answer);
  } catch (error) {
    if (error instanceof ConnectorError && ABOUT_USER.has(error.code)) return undefined;
    throw error;
  }
};

export const createUserDirectory = (clock: () => number): UserDirectory => {
  const ids = new LRUCache<string, string>({
    // Room for `max` would be taken at once, which holds a cold start up.
    maxSize: MAX_HANDLES,
    sizeCalculation: () => 1,
    ttl: HANDLE_KEPT_MS,
    ttlResolution: 0,
    perf: { now: clock },
  });

  const learn = (users: readonly XUser[] | null | undefined) => {
    for (const { username, id } of users ?? []) ids.set(username.toLowerCase(), id);
  };

  const profileOf = async (x: XSession, handle: string): Promise<XUser> => {
    const query = { "user.fields": USER_FIELDS };
    const { data } = await aboutUser(handle, x.get(`users/by/username/${handle}`, userItem, query));
    learn([data]);
    return data;
  };

  return {
    async withId(x, handle, read, ownerIn) {
      const known = ids.get(handle.toLowerCase());
      if (known === undefined) return read((await profileOf(x, handle)).id);
      const answer = read(known);
      const owner = ownerIn ? await ownerOf(answer, ownerIn) : undefined;
      if (owner?.toLowerCase() === handle.toLowerCase()) return answer;
      // Whatever becomes of it is of no interest when it was about somebody else.
      answer.catch(() => {});
      const { id } = await profileOf(x, handle);
      return id === known ? answer : read(id);
    },
    profileOf,
    learn,
  };
};
