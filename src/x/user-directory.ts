/** Remembers which id belongs to which handle, because X bills every look-up. */
import { LRUCache } from "lru-cache";
import { USER_FIELDS } from "./fields.ts";
import { aboutUser } from "./missing-resource.ts";
import type { XSession } from "./session.ts";
import { userItem, type XUser } from "./shapes.ts";

/** A handle can be given up and taken by somebody else, so a remembered id is not kept for ever. */
const TIME_TO_LIVE_MS = 6 * 60 * 60 * 1000;
const MAX_HANDLES = 20_000;

export interface UserDirectory {
  /** The id of a valid handle. Asks X only when the handle is not known. Rejects with UserNotFound and its kin. */
  idOf(x: XSession, handle: string): Promise<string>;
  /** The profile of a valid handle, always fresh from X. */
  profileOf(x: XSession, handle: string): Promise<XUser>;
  /** Takes note of users that came along with some other answer. */
  learn(users: readonly XUser[] | null | undefined): void;
}

export const createUserDirectory = (clock: () => number): UserDirectory => {
  const ids = new LRUCache<string, string>({
    max: MAX_HANDLES,
    ttl: TIME_TO_LIVE_MS,
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
    idOf: async (x, handle) => ids.get(handle.toLowerCase()) ?? (await profileOf(x, handle)).id,
    profileOf,
    learn,
  };
};
