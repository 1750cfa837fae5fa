/** Plays the platform for the trigger: asks, remembers where to ask next, and tells what happened. */
import { useRef, useState } from "react";
import type { Answer } from "../calls/answer.ts";
import { whyNoAnswer, wordsOf } from "../calls/no-answer.ts";
import { requestFor, type Values } from "../calls/operation-request.ts";
import type { Call } from "../connection/use-connection.ts";
import type { Operation } from "../definition/operations.ts";
import { useKept } from "../page/use-kept.ts";
import { moveClock, postTweets } from "../sandbox/sandbox-client.ts";
import { STORY } from "./kept-story.ts";
import { type TriggerStory, tallyOf, withMoment } from "./trigger-story.ts";

const HOUR_MS = 3_600_000;
/** X's search reaches seven days back; what waits for longer is lost, and nobody waits for it. */
const MOST_HOURS = 7 * 24;

export interface TriggerControls {
  readonly story: TriggerStory | undefined;
  readonly isBusy: boolean;
  readonly problem: string | undefined;
  start(values: Values): void;
  /** Stops waiting for an answer, or for hours to pass. */
  cancel(): void;
  poll(): void;
  /** Asks for the last state once more, as after a lost answer. */
  repeat(): void;
  anHourLater(): void;
  /** Hours pass, each with its poll, until everything posted was handed out. */
  untilNothingWaits(): void;
  /** Somebody else posts so many tweets; of several each has its number in the text. */
  post(text: string, count: number): void;
}

/** The platform follows Location, whatever host is in it; here every host is the page's own. */
const nextPollOf = (answer: Answer): string | undefined => {
  const location = answer.headers.get("location");
  if (location === undefined) return undefined;
  const { pathname, search } = new URL(location, globalThis.location.href);
  return `${pathname}${search}`;
};

/** `now` is the time that the connector goes by, in epoch milliseconds. */
export const useTrigger = (
  operation: Operation,
  call: Call,
  now: () => Promise<number>,
): TriggerControls => {
  const [story, changeStory] = useKept(`story-${operation.id}`, STORY);
  const setStory = (next: TriggerStory) => changeStory(() => next);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const stop = useRef(new AbortController());

  const ask = async (before: TriggerStory, url: string): Promise<TriggerStory> => {
    const answer = await call({
      method: operation.method,
      url,
      workflowId: before.workflowId,
      signal: stop.current.signal,
    });
    const nextPoll = nextPollOf(answer) ?? before.nextPoll;
    const moved = withMoment(before, await now(), {
      kind: "poll",
      answer,
      isCursorMoved: nextPoll !== before.nextPoll,
      isRepeat: before.moments.length > 0 && url === before.lastPoll && url !== before.nextPoll,
    });
    return { ...moved, nextPoll, lastPoll: url };
  };

  const anHourOn = async (before: TriggerStory): Promise<TriggerStory> => {
    const at = await moveClock(HOUR_MS);
    const later = withMoment(before, at, { kind: "clockMoved" });
    try {
      return await ask(later, before.nextPoll);
    } catch (error) {
      // The hour went by even if nothing answers the poll.
      setStory(later);
      throw error;
    }
  };

  const run = async (next: () => Promise<TriggerStory>) => {
    const controller = new AbortController();
    stop.current = controller;
    setBusy(true);
    setProblem(undefined);
    try {
      setStory(await next());
    } catch (error) {
      setProblem(whyNoAnswer(error, controller.signal, wordsOf(operation.method)));
    } finally {
      setBusy(false);
    }
  };
  const goOn = (step: (before: TriggerStory) => Promise<TriggerStory>) => () => {
    if (story && !isBusy) run(() => step(story));
  };

  return {
    story,
    isBusy,
    problem,
    start: (values) => {
      run(async () => {
        const { url } = await requestFor(operation, values);
        const workflowId = crypto.randomUUID();
        return ask({ workflowId, values, nextPoll: url, lastPoll: url, moments: [] }, url);
      });
    },
    cancel: () => stop.current.abort(),
    poll: goOn((before) => ask(before, before.nextPoll)),
    repeat: goOn((before) => ask(before, before.lastPoll)),
    anHourLater: goOn(anHourOn),
    untilNothingWaits: goOn(async (before) => {
      let story = before;
      for (let hour = 0; hour < MOST_HOURS && tallyOf(story).waiting > 0; hour += 1) {
        story = await anHourOn(story);
        setStory(story);
      }
      return story;
    }),
    post: (text, count) =>
      goOn(async (before) => {
        const tweetIds = await postTweets(text, count);
        return withMoment(before, await now(), { kind: "posted", tweetIds, text });
      })(),
  };
};
