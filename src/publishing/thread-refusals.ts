/** What a maker is told when a thread stops: at which post, why, what is there, and that a repeat goes on from there. */
import {
  ConnectorError,
  type ConnectorErrorOptions,
  stateUnavailable,
} from "../connector/errors.ts";
import { mayBeRepeated } from "../posting/outcome.ts";

export interface Stop {
  /** The index of the post that was not made. */
  readonly index: number;
  readonly count: number;
  /** The ids of the posts that are there. */
  readonly ids: readonly string[];
}

const standing = ({ index, count, ids }: Stop): string =>
  ids.length === 0
    ? `Post ${index + 1} of ${count} was not made, and none is there.`
    : `Post ${index + 1} of ${count} was not made; the ${ids.length} before it are there.`;

const factsOf = (stop: Stop, options: ConnectorErrorOptions = {}): ConnectorErrorOptions => ({
  ...options,
  target: `parts[${stop.index}]`,
  extra: { ...options.extra, failedPart: stop.index + 1, postedIds: stop.ids },
});

/** X took back the post before: it is made anew. */
export const isPostBeforeGone = ({ code }: ConnectorError, ids: readonly string[]): boolean =>
  code === "TweetNotFound" && ids.length > 0;

const adviceOn = (error: ConnectorError, { ids }: Stop): string => {
  if (isPostBeforeGone(error, ids)) {
    return "The post before it is gone: a repeat makes it anew, and goes on.";
  }
  return mayBeRepeated(error)
    ? "A repeat goes on from there."
    : "Correct it and run this again: the thread goes on from there.";
};

export const threadStopped = (error: unknown, stop: Stop): unknown => {
  if (!(error instanceof ConnectorError)) return error;
  const message = `${standing(stop)} ${error.message} ${adviceOn(error, stop)}`;
  return new ConnectorError(error.code, message, factsOf(stop, error.options));
};

/** The platform gives up a call after two minutes, and repeats one that says so in time. */
export const outOfTime = (): ConnectorError =>
  new ConnectorError("XTimeout", "The time that a call has is over.");

export const stillThreading = (): ConnectorError =>
  new ConnectorError(
    "XTimeout",
    "Another call is still making the same thread. Call again for its outcome; nothing is posted twice.",
  );

export const threadsUnknown = (cause: unknown): ConnectorError =>
  stateUnavailable(
    "The connector cannot tell right now how far this thread is, so it posts nothing. Try again in a moment.",
    cause,
  );
