/** A trigger: started here, and then watched while hours go by in a minute. */
import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { OperationForm } from "../actions/operation-form.tsx";
import { errorOf } from "../calls/connector-error.ts";
import { initialValues, type Values } from "../calls/operation-request.ts";
import type { Call } from "../connection/use-connection.ts";
import { inMakersWords, type Operation } from "../definition/operations.ts";
import { Panel } from "../page/panel.tsx";
import { Problem } from "../page/problem.tsx";
import { useKept } from "../page/use-kept.ts";
import { Waiting } from "../page/waiting.tsx";
import { readClock } from "../sandbox/sandbox-client.ts";
import { QuotePanel } from "../spending/quote-panel.tsx";
import { TallyLine } from "./tally-line.tsx";
import { TimeControls } from "./time-controls.tsx";
import { Timeline } from "./timeline.tsx";
import { tallyOf } from "./trigger-story.ts";
import { useTrigger } from "./use-trigger.ts";
import { waitedFor } from "./waited-for.ts";

const useStyles = makeStyles({
  view: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalL,
    alignItems: "start",
    "@media (min-width: 900px)": { gridTemplateColumns: "380px minmax(0, 1fr)" },
  },
  column: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalL },
});

const FORM = {
  initial: undefined as Values | undefined,
  write: (values: Values | undefined) => values ?? null,
  read: (kept: unknown) => (kept as Values | null) ?? undefined,
};

const realTime = async (): Promise<number> => Date.now();

interface TriggerViewProps {
  readonly operation: Operation;
  /** Estimates what a search costs. */
  readonly estimate: Operation | undefined;
  readonly isConnected: boolean;
  readonly handle: string | undefined;
  readonly hasSandbox: boolean;
  readonly call: Call;
  /** The way to the other triggers. */
  readonly children: ReactNode;
}

export const TriggerView = (props: TriggerViewProps) => {
  const { operation, estimate, isConnected, handle, hasSandbox, call, children } = props;
  const styles = useStyles();
  const trigger = useTrigger(operation, call, hasSandbox ? readClock : realTime);
  const { story, isBusy, problem } = trigger;
  const [entered, changeValues] = useKept(`form-${operation.id}`, FORM);
  const values = entered ?? initialValues(operation);
  const { noun, sample } = waitedFor(operation, story?.values ?? values, handle);
  const first = story?.moments[0]?.event;
  return (
    <div className={styles.view}>
      <div className={styles.column}>
        {children}
        <Panel title={operation.title} description={inMakersWords(operation.description)}>
          <OperationForm
            operation={operation}
            verb={story ? "Start again" : "Start"}
            isConnected={isConnected}
            isRunning={isBusy}
            error={first?.kind === "poll" ? errorOf(first.answer) : undefined}
            values={values}
            onChange={(changed) => changeValues(() => changed)}
            onRun={() => trigger.start(values)}
          />
        </Panel>
        {estimate && typeof values.searchQuery === "string" && (
          <QuotePanel
            key={values.searchQuery}
            operation={estimate}
            searchText={values.searchQuery}
            isConnected={isConnected}
            call={call}
          />
        )}
        {story && (
          <TimeControls
            key={story.workflowId}
            trigger={trigger}
            noun={noun}
            sample={sample}
            hasSandbox={hasSandbox}
          />
        )}
      </div>
      <Panel
        title="What happens"
        description={`Every ${noun} that matches starts the flow once, oldest first: none is lost, none comes twice.`}
      >
        {isBusy && <Waiting onCancel={trigger.cancel}>The flow asks the connector</Waiting>}
        {problem && <Problem title="That did not work">{problem}</Problem>}
        {story ? (
          <>
            <TallyLine tally={tallyOf(story)} />
            <Timeline moments={story.moments} noun={noun} output={operation.output} />
          </>
        ) : (
          <Text>Nothing yet: start the trigger. {operation.triggerHint}</Text>
        )}
      </Panel>
    </div>
  );
};
