/** The trigger: started here, and then watched while hours go by in a minute. */
import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { OperationForm } from "../actions/operation-form.tsx";
import { errorOf } from "../calls/connector-error.ts";
import type { Call } from "../connection/use-connection.ts";
import type { Operation } from "../definition/operations.ts";
import { Panel } from "../page/panel.tsx";
import { Problem } from "../page/problem.tsx";
import { readClock } from "../sandbox/sandbox-client.ts";
import { TallyLine } from "./tally-line.tsx";
import { TimeControls } from "./time-controls.tsx";
import { Timeline } from "./timeline.tsx";
import { tallyOf } from "./trigger-story.ts";
import { useTrigger } from "./use-trigger.ts";

const useStyles = makeStyles({
  view: {
    display: "grid",
    gap: tokens.spacingVerticalL,
    alignItems: "start",
    "@media (min-width: 900px)": { gridTemplateColumns: "380px minmax(0, 1fr)" },
  },
  column: { display: "grid", gap: tokens.spacingVerticalL },
});

const realTime = async (): Promise<number> => Date.now();

interface TriggerViewProps {
  readonly operation: Operation;
  readonly isConnected: boolean;
  readonly hasSandbox: boolean;
  readonly call: Call;
}

export const TriggerView = ({ operation, isConnected, hasSandbox, call }: TriggerViewProps) => {
  const styles = useStyles();
  const trigger = useTrigger(operation, call, hasSandbox ? readClock : realTime);
  const { story, isBusy, problem } = trigger;
  const first = story?.moments[0]?.event;
  return (
    <div className={styles.view}>
      <div className={styles.column}>
        <Panel title={operation.title} description={operation.description}>
          <OperationForm
            operation={operation}
            verb={story ? "Start again" : "Start"}
            isConnected={isConnected}
            isRunning={isBusy}
            error={first?.kind === "poll" ? errorOf(first.answer) : undefined}
            onRun={trigger.start}
          />
        </Panel>
        {story && (
          <TimeControls
            key={story.searchText}
            trigger={trigger}
            searchText={story.searchText}
            hasSandbox={hasSandbox}
          />
        )}
      </div>
      <Panel
        title="What happens"
        description="Every matching tweet starts the flow once, oldest first: none is lost, none comes twice."
      >
        {problem && <Problem title="That did not work">{problem}</Problem>}
        {story ? (
          <>
            <TallyLine tally={tallyOf(story)} />
            <Timeline moments={story.moments} output={operation.output} />
          </>
        ) : (
          <Text>{operation.triggerHint ?? "Enter a search text and start."}</Text>
        )}
      </Panel>
    </div>
  );
};
