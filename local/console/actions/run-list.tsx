/** The last runs of this tab: how each ended, and the way back to it. */
import { Badge, Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { outcomeOf } from "../calls/answer.ts";
import { priceOf, type Run } from "../calls/runs.ts";
import type { Operation } from "../definition/operations.ts";
import { Fold } from "../page/fold.tsx";
import { goTo } from "../page/use-route.ts";
import type { Runs } from "./use-runs.ts";

const useStyles = makeStyles({
  list: { display: "grid", gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyle: "none" },
  run: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
  time: { color: tokens.colorNeutralForeground2 },
});

const timeOf = (at: number): string => new Date(at).toLocaleTimeString();

interface RunListProps {
  readonly operations: readonly Operation[];
  readonly runs: Runs;
}

export const RunList = ({ operations, runs }: RunListProps) => {
  const styles = useStyles();
  const open = (run: Run) => {
    runs.reopen(run);
    goTo("actions", run.operationId);
  };
  if (runs.runs.length === 0) return null;
  return (
    <Fold title={`Last runs (${runs.runs.length})`}>
      <ul className={styles.list} aria-label="Last runs, newest first">
        {runs.runs.map((run) => {
          const operation = operations.find(({ id }) => id === run.operationId);
          if (!operation) return null;
          const { durationMs } = run.answer;
          const outcome = outcomeOf(run.answer);
          const name = `${operation.title}, ${timeOf(run.at)}`;
          return (
            <li key={run.id} className={styles.run}>
              <Badge appearance="tint" color={outcome === "Succeeded" ? "success" : "danger"}>
                {outcome}
              </Badge>
              <Text weight="semibold">{operation.title}</Text>
              <Text size={200} className={styles.time}>
                {timeOf(run.at)} · {durationMs} ms · {priceOf(run)}
              </Text>
              <Button size="small" aria-label={`Open ${name}`} onClick={() => open(run)}>
                Open
              </Button>
              {run.hasLostFile ? (
                <Text size={200} className={styles.time}>
                  its file has to be chosen again
                </Text>
              ) : (
                <Button
                  size="small"
                  aria-label={`Run again: ${name}`}
                  disabledFocusable={runs.running !== undefined}
                  onClick={() => {
                    open(run);
                    runs.start(operation, run.values);
                  }}
                >
                  Run again
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Fold>
  );
};
