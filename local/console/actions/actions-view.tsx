/** The actions: a list to choose from, the chosen one, and the last runs. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { Call } from "../connection/use-connection.ts";
import type { Operation } from "../definition/operations.ts";
import { goTo } from "../page/use-route.ts";
import { ActionCard } from "./action-card.tsx";
import { OperationList } from "./operation-list.tsx";
import { RunList } from "./run-list.tsx";
import { useRuns } from "./use-runs.ts";

const useStyles = makeStyles({
  view: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalL,
    "@media (min-width: 900px)": {
      gridTemplateColumns: "300px minmax(0, 1fr)",
      alignItems: "start",
    },
  },
  column: { display: "grid", gap: tokens.spacingVerticalM, minWidth: 0 },
});

interface ActionsViewProps {
  readonly operations: readonly Operation[];
  readonly isConnected: boolean;
  readonly call: Call;
  /** What the address names behind the view: an action, and a tab. */
  readonly route: readonly string[];
}

export const ActionsView = ({ operations, isConnected, call, route }: ActionsViewProps) => {
  const styles = useStyles();
  const runs = useRuns(call);
  const [named, tab] = route;
  const chosen = operations.find(({ id }) => id === named) ?? operations[0];
  if (!chosen) return null;
  return (
    <div className={styles.view}>
      <OperationList
        noun="Action"
        operations={operations}
        chosen={chosen}
        onChoose={(id) => goTo("actions", id)}
      />
      <div className={styles.column}>
        <ActionCard
          key={chosen.id}
          operation={chosen}
          isConnected={isConnected}
          runs={runs}
          tab={tab}
        />
        <RunList operations={operations} runs={runs} />
      </div>
    </div>
  );
};
