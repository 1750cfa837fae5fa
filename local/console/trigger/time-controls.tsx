/** What can be done while a trigger waits: have a tweet posted, let an hour go by, ask again. */
import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import {
  ArrowRepeatAllRegular,
  ArrowTrendingDownRegular,
  ChatAddRegular,
  ChatMultipleRegular,
  FastForwardRegular,
  PlayRegular,
} from "@fluentui/react-icons";
import { type FormEvent, useState } from "react";
import { Panel } from "../page/panel.tsx";
import type { TriggerControls } from "./use-trigger.ts";

/** More than one poll hands out, so that the rest can be seen to wait; and more than a page of X holds, by far. */
const MANY = [7, 150] as const;

const useStyles = makeStyles({
  column: { display: "grid", gap: tokens.spacingVerticalM },
});

interface TimeControlsProps {
  readonly trigger: TriggerControls;
  /** What the trigger waits for. */
  readonly noun: string;
  /** The text of a post that starts the flow. */
  readonly sample: string;
  readonly hasSandbox: boolean;
}

export const TimeControls = ({ trigger, noun, sample, hasSandbox }: TimeControlsProps) => {
  const styles = useStyles();
  const [text, setText] = useState(sample);
  const post = (event: FormEvent) => {
    event.preventDefault();
    if (text) trigger.post(text, 1);
  };
  const { isBusy } = trigger;
  return (
    <Panel
      title="Try it"
      description="A flow asks when the trigger's interval has passed. In the sandbox you need not wait."
    >
      {hasSandbox && (
        <>
          <form className={styles.column} onSubmit={post}>
            <Field label={`Text of the ${noun}`}>
              <Input value={text} onChange={(_, { value }) => setText(value)} />
            </Field>
            <Button type="submit" icon={<ChatAddRegular />} disabledFocusable={isBusy}>
              Post a matching {noun}
            </Button>
            {MANY.map((count) => (
              <Button
                key={count}
                icon={<ChatMultipleRegular />}
                disabledFocusable={isBusy}
                onClick={() => text && trigger.post(text, count)}
              >
                Post {count} at once
              </Button>
            ))}
          </form>
          <Button
            icon={<FastForwardRegular />}
            disabledFocusable={isBusy}
            onClick={trigger.anHourLater}
          >
            One hour later
          </Button>
          <Button
            icon={<ArrowTrendingDownRegular />}
            disabledFocusable={isBusy}
            onClick={trigger.untilNothingWaits}
          >
            Hour by hour, until nothing waits
          </Button>
        </>
      )}
      <Button icon={<PlayRegular />} disabledFocusable={isBusy} onClick={trigger.poll}>
        Ask now
      </Button>
      <Button icon={<ArrowRepeatAllRegular />} disabledFocusable={isBusy} onClick={trigger.repeat}>
        Ask the last again, as after a lost answer
      </Button>
    </Panel>
  );
};
