/** The story of a trigger as text, so that a reload does not end it. */
import { answerOf, type KeptAnswer, keptAnswer } from "../calls/kept-answer.ts";
import type { Moment, Poll, TriggerEvent, TriggerStory } from "./trigger-story.ts";

type KeptEvent =
  | Exclude<TriggerEvent, Poll>
  | (Omit<Poll, "answer"> & { readonly answer: KeptAnswer });

interface KeptMoment extends Omit<Moment, "event"> {
  readonly event: KeptEvent;
}

interface KeptStory extends Omit<TriggerStory, "moments"> {
  readonly moments: readonly KeptMoment[];
}

const written = ({ event, ...moment }: Moment): KeptMoment => ({
  ...moment,
  event: event.kind === "poll" ? { ...event, answer: keptAnswer(event.answer) } : event,
});

const read = ({ event, ...moment }: KeptMoment): Moment => ({
  ...moment,
  event: event.kind === "poll" ? { ...event, answer: answerOf(event.answer) } : event,
});

export const STORY = {
  initial: undefined as TriggerStory | undefined,
  write: (story: TriggerStory | undefined): KeptStory | null =>
    story ? { ...story, moments: story.moments.map(written) } : null,
  read: (kept: unknown): TriggerStory | undefined => {
    const story = kept as KeptStory | null;
    return story ? { ...story, moments: story.moments.map(read) } : undefined;
  },
};
