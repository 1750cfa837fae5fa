/** The story of a trigger, newest first. */
import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { memo } from "react";
import { countOf } from "../calls/count.ts";
import type { Shape } from "../definition/shape.ts";
import { PollEvent } from "./poll-event.tsx";
import type { Moment, TriggerEvent } from "./trigger-story.ts";

const useStyles = makeStyles({
  list: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    margin: 0,
    padding: 0,
    listStyle: "none",
  },
  event: {
    position: "relative",
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    overflowWrap: "anywhere",
    gap: tokens.spacingVerticalS,
    padding: `0 0 ${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXXL}`,
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
    marginLeft: "7px",
    minWidth: 0,
    ":last-child": { paddingBottom: 0 },
    "::before": {
      content: '""',
      position: "absolute",
      left: "-8px",
      top: "3px",
      width: "10px",
      height: "10px",
      border: `2px solid ${tokens.colorNeutralStrokeAccessible}`,
      borderRadius: "50%",
      backgroundColor: tokens.colorNeutralBackground1,
    },
  },
  fired: {
    "::before": {
      border: `2px solid ${tokens.colorPaletteGreenBorderActive}`,
      backgroundColor: tokens.colorPaletteGreenBorderActive,
    },
  },
  time: { color: tokens.colorNeutralForeground2 },
});

const timeOf = (at: number): string =>
  new Date(at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit" });

interface StoryWords {
  /** What the trigger waits for. */
  readonly noun: string;
  readonly output: Shape | undefined;
}

interface TimelineProps extends StoryWords {
  readonly moments: readonly Moment[];
}

interface WhatHappenedProps extends StoryWords {
  readonly event: TriggerEvent;
  readonly time: string;
}

/** What happened does not change: only what comes new is drawn. */
const WhatHappened = memo(({ event, ...words }: WhatHappenedProps) => {
  if (event.kind === "poll") return <PollEvent event={event} {...words} />;
  if (event.kind === "clockMoved") return <Text as="h3">One hour went by</Text>;
  const { noun } = words;
  return (
    <Text as="h3">
      Somebody posted {countOf(event.tweetIds.length, noun)}: “{event.text}”
    </Text>
  );
});

const hasFired = (event: TriggerEvent): boolean =>
  event.kind === "poll" && event.answer.status === 200;

export const Timeline = ({ moments, ...words }: TimelineProps) => {
  const styles = useStyles();
  return (
    <ol className={styles.list} aria-label="What happened, newest first" reversed>
      {moments.toReversed().map(({ number, at, event }) => (
        <li key={number} className={mergeClasses(styles.event, hasFired(event) && styles.fired)}>
          <Text size={200} className={styles.time}>
            {timeOf(at)}
          </Text>
          <WhatHappened event={event} time={timeOf(at)} {...words} />
        </li>
      ))}
    </ol>
  );
};
