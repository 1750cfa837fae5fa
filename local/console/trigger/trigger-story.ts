/** What happened since the trigger was started, in order, and what it adds up to. */
import { type Answer, xCallsOf, xCostOf } from "../calls/answer.ts";
import type { Values } from "../calls/operation-request.ts";

export interface Poll {
  readonly kind: "poll";
  readonly answer: Answer;
  /** The state that the next poll goes on from is another one than before. */
  readonly isCursorMoved: boolean;
  /** Sent again for a state that was already answered. */
  readonly isRepeat: boolean;
}

export interface Posted {
  readonly kind: "posted";
  readonly tweetIds: readonly string[];
  readonly text: string;
}

export type TriggerEvent = Poll | Posted | { readonly kind: "clockMoved" };

export interface Moment {
  readonly number: number;
  /** Epoch milliseconds of the clock that the connector goes by. */
  readonly at: number;
  readonly event: TriggerEvent;
}

export interface TriggerStory {
  /** Tells this flow from others that search for the same. */
  readonly workflowId: string;
  /** What was entered when it was started. */
  readonly values: Values;
  /** What the platform asks next, path and query. */
  readonly nextPoll: string;
  /** What it asked last. */
  readonly lastPoll: string;
  /** Oldest first. */
  readonly moments: readonly Moment[];
}

export const withMoment = (story: TriggerStory, at: number, event: TriggerEvent): TriggerStory => ({
  ...story,
  moments: [...story.moments, { number: story.moments.length + 1, at, event }],
});

interface Batch {
  readonly value: readonly { readonly TweetId: string }[];
}

/** What a poll handed out: a batch trigger answers with a list, and the flow runs once for each item. */
export const handedOut = ({ json, status }: Answer): Batch["value"] =>
  status === 200 ? (json as Batch).value : [];

export interface Tally {
  readonly posted: number;
  readonly handedOut: number;
  /** Posted, and not yet handed out. */
  readonly waiting: number;
  /** Handed out by two polls although neither was a repeat of the other. */
  readonly twice: number;
  /** No tweet came after one that is newer. */
  readonly isInOrder: boolean;
  readonly xCalls: number;
  /** US dollars at most. */
  readonly xCost: number;
}

export const tallyOf = ({ moments }: TriggerStory): Tally => {
  const events = moments.map(({ event }) => event);
  const polls = events.filter((event) => event.kind === "poll");
  const posted = events.flatMap((event) => (event.kind === "posted" ? event.tweetIds : []));
  const ids = polls
    .filter(({ isRepeat }) => !isRepeat)
    .flatMap(({ answer }) => handedOut(answer).map(({ TweetId }) => TweetId));
  const distinct = new Set(ids);
  return {
    posted: posted.length,
    handedOut: distinct.size,
    waiting: posted.filter((id) => !distinct.has(id)).length,
    twice: ids.length - distinct.size,
    isInOrder: ids.every((id, index) => index === 0 || BigInt(id) > BigInt(ids[index - 1] ?? id)),
    xCalls: polls.reduce((sum, { answer }) => sum + xCallsOf(answer), 0),
    xCost: polls.reduce((sum, { answer }) => sum + xCostOf(answer), 0),
  };
};
