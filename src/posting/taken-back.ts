/**
 * What a user took back: posts that were deleted, retweets that were undone. Whoever asks for the same again is not told
 * the id of what is gone. It is noted before X is asked, so that an answer that is lost leaves a note as well.
 */
import { randomUUID } from "node:crypto";
import * as z from "zod";
import { stateUnavailable } from "../connector/errors.ts";
import { createRows, jsonRow } from "../store/rows.ts";
import { type Store, StoreUnavailableError } from "../store/store.ts";
import { isDefinite, tolerating } from "./outcome.ts";
import { LONGEST_WINDOW_MS } from "./post-row.ts";

/** Begins the partition of each user. */
export const TAKEN_BACK_PARTITION = "gone";

const noteSchema = z.object({
  /** Of this taking back: another one has another. */
  mark: z.string(),
  /** X has taken it back; left out while nobody knows. */
  isSure: z.literal(true).exactOptional(),
});

export type Note = Readonly<z.output<typeof noteSchema>>;

/** `post`: a post, by its id; `retweet`: the user's retweet of the post with that id. */
export interface Taken {
  readonly userId: string;
  readonly what: "post" | "retweet";
  readonly id: string;
}

export interface TakenBack {
  /** `act` takes it back at X. Rejects with what that rejects with, and with StateUnavailable before it. */
  takeBack(taken: Taken, act: () => Promise<void>): Promise<void>;
  /** The note of the last time; undefined when there was none. Rejects with StoreUnavailableError. */
  noteOf(taken: Taken): Promise<Note | undefined>;
}

export interface TakenBackOptions {
  readonly store: Store;
  readonly clock: () => number;
}

const keyOf = ({ userId, what, id }: Taken) => ({
  partition: `${TAKEN_BACK_PARTITION}-${userId}`,
  row: `${what} ${id}`,
});

export const createTakenBack = ({ store, clock }: TakenBackOptions): TakenBack => {
  const rows = createRows(store, jsonRow(noteSchema));
  const expiry = () => ({ expiresAt: clock() + LONGEST_WINDOW_MS });

  /** Answers with the note that was there before, and by what the new one is known. */
  const write = async (taken: Taken, note: Note): Promise<{ before?: Note; etag: string }> => {
    const key = keyOf(taken);
    for (;;) {
      const row = await rows.read(key);
      const etag = row
        ? await rows.replace(key, note, row.etag, expiry())
        : await rows.create(key, note, expiry());
      if (etag !== undefined) return { etag, ...(row && { before: row.value }) };
    }
  };

  /** X has refused, so all is as it was, unless somebody else has been at it since. */
  const withdraw = async (
    taken: Taken,
    { before, etag }: Awaited<ReturnType<typeof write>>,
  ): Promise<void> => {
    const key = keyOf(taken);
    await (before ? rows.replace(key, before, etag, expiry()) : rows.delete(key, etag));
  };

  const noted = async (taken: Taken) => {
    try {
      return await write(taken, { mark: randomUUID() });
    } catch (error) {
      if (!(error instanceof StoreUnavailableError)) throw error;
      throw stateUnavailable(
        "The connector cannot note right now what is taken back, so it takes nothing back. Try again in a moment.",
        error,
      );
    }
  };

  return {
    async takeBack(taken, act) {
      const written = await noted(taken);
      try {
        await act();
      } catch (error) {
        if (isDefinite(error)) await tolerating(withdraw(taken, written));
        throw error;
      }
      // Another mark: what was posted while X was asked may be gone by now.
      await tolerating(write(taken, { mark: randomUUID(), isSure: true }));
    },
    noteOf: async (taken) => (await rows.read(keyOf(taken)))?.value,
  };
};
