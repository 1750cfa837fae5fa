/** One action: its form, and below it what the last run brought. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { AnswerSummary } from "../calls/answer-summary.tsx";
import { AnswerView } from "../calls/answer-view.tsx";
import { asCurl } from "../calls/as-curl.ts";
import { errorOf } from "../calls/connector-error.ts";
import { requestFor } from "../calls/operation-request.ts";
import { inMakersWords, type Operation, stepNameOf } from "../definition/operations.ts";
import { Panel } from "../page/panel.tsx";
import { Problem } from "../page/problem.tsx";
import { goTo } from "../page/use-route.ts";
import { OperationForm } from "./operation-form.tsx";
import type { Runs } from "./use-runs.ts";

const useStyles = makeStyles({
  column: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalL,
    alignContent: "start",
    minWidth: 0,
  },
});

/** The tab's name in the address. */
const RAW = "raw";

interface ActionCardProps {
  readonly operation: Operation;
  readonly isConnected: boolean;
  readonly runs: Runs;
  /** Which side of the answer the address names. */
  readonly tab: string | undefined;
}

export const ActionCard = ({ operation, isConnected, runs, tab }: ActionCardProps) => {
  const styles = useStyles();
  const values = runs.valuesOf(operation);
  const run = runs.shownOf(operation);
  const problem = runs.problems[operation.id];
  const isRunning = runs.running === operation.id;
  const answered = problem || isRunning ? undefined : run;
  return (
    <div className={styles.column}>
      <Panel title={operation.title} description={inMakersWords(operation.description)}>
        <OperationForm
          operation={operation}
          isConnected={isConnected}
          isRunning={isRunning}
          error={run && errorOf(run.answer)}
          values={values}
          onChange={(changed) => runs.enter(operation, changed)}
          onRun={() => runs.start(operation, values)}
          onCancel={runs.cancel}
        />
      </Panel>
      {problem && <Problem title="No answer">{problem}</Problem>}
      {/* Read out when it comes, which only a region does that was there before. */}
      <div role="status">{answered && <AnswerSummary answer={answered.answer} />}</div>
      {answered && (
        <AnswerView
          answer={answered.answer}
          output={operation.output}
          step={stepNameOf(operation)}
          curl={{
            title: answered.hasLostFile ? "Copy as cURL, without its file" : "Copy as cURL",
            // Made anew of what was entered: a body is not kept with the answer.
            text: async () => asCurl(await requestFor(operation, answered.values), location.origin),
          }}
          isRaw={tab === RAW}
          onTab={(isRaw) => goTo("actions", operation.id, ...(isRaw ? [RAW] : []))}
        />
      )}
    </div>
  );
};
