/** One action: its form, and below it what the last run brought. */
import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { AnswerView } from "../calls/answer-view.tsx";
import { errorOf } from "../calls/connector-error.ts";
import type { Call } from "../connection/use-connection.ts";
import type { Operation } from "../definition/operations.ts";
import { Panel } from "../page/panel.tsx";
import { Problem } from "../page/problem.tsx";
import { OperationForm } from "./operation-form.tsx";
import { useRun } from "./use-run.ts";

const useStyles = makeStyles({
  column: { display: "grid", gap: tokens.spacingVerticalL, alignContent: "start", minWidth: 0 },
  path: { color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
});

interface ActionCardProps {
  readonly operation: Operation;
  readonly isConnected: boolean;
  readonly call: Call;
}

export const ActionCard = ({ operation, isConnected, call }: ActionCardProps) => {
  const styles = useStyles();
  const { run, start } = useRun(operation, call);
  const { answer, problem, isRunning } = run;
  return (
    <div className={styles.column}>
      <Panel title={operation.title} description={operation.description}>
        <OperationForm
          operation={operation}
          isConnected={isConnected}
          isRunning={isRunning}
          error={answer && errorOf(answer)}
          onRun={start}
        />
        <Text font="monospace" size={200} className={styles.path}>
          {operation.id} · {operation.method} {operation.path}
        </Text>
      </Panel>
      {problem && <Problem title="No answer">{problem}</Problem>}
      {answer && <AnswerView answer={answer} output={operation.output} />}
    </div>
  );
};
