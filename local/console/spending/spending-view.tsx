/** What the X app spends: by day and by operation, the budgets, and one to try out. */
import { Button, Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ArrowSyncRegular } from "@fluentui/react-icons";
import { useEffect } from "react";
import { dollars } from "../calls/answer.ts";
import { errorOf } from "../calls/connector-error.ts";
import { useCall } from "../calls/use-call.ts";
import type { Call } from "../connection/use-connection.ts";
import type { Operation } from "../definition/operations.ts";
import { Figures } from "../page/figures.tsx";
import { Panel } from "../page/panel.tsx";
import { Problem } from "../page/problem.tsx";
import { Waiting } from "../page/waiting.tsx";
import { BudgetList } from "./budget-list.tsx";
import { DayChart } from "./day-chart.tsx";
import { LimitPanel } from "./limit-panel.tsx";
import { OperationSums } from "./operation-sums.tsx";
import { type Spent, spentOf } from "./spent.ts";

const useStyles = makeStyles({
  view: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalL,
    alignItems: "start",
    "@media (min-width: 900px)": { gridTemplateColumns: "minmax(0, 2fr) minmax(0, 1fr)" },
  },
  column: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalL,
    minWidth: 0,
  },
  bar: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalL,
  },
});

/** What the ledger has that is no operation of the definition. */
const OTHER_TITLES: Readonly<Record<string, string>> = {
  SignIn: "Signing in",
  unsettled: "Calls under way, at most",
};

interface SpendingViewProps {
  readonly operations: readonly Operation[];
  /** Tells what was spent. */
  readonly reading: Operation;
  /** Limits what the own connection may spend. */
  readonly limiting: Operation | undefined;
  readonly isConnected: boolean;
  readonly hasSandbox: boolean;
  /** The sandbox's own bill. */
  readonly billUrl: string | undefined;
  readonly call: Call;
}

export const SpendingView = (props: SpendingViewProps) => {
  const { operations, reading, limiting, isConnected, hasSandbox, billUrl, call } = props;
  const styles = useStyles();
  const { run, cancel, isRunning, answer, problem } = useCall(reading, call);
  useEffect(() => {
    if (isConnected) void run({});
  }, [isConnected, run]);
  if (!isConnected) return <Text>Sign in first: the ledger is of your connection’s X app.</Text>;
  const titleOf = (id: string): string =>
    operations.find((operation) => operation.id === id)?.title ?? OTHER_TITLES[id] ?? id;
  const spent = answer && !errorOf(answer) ? spentOf(answer) : undefined;
  return (
    <div className={styles.view}>
      <div className={styles.column}>
        <div className={styles.bar}>
          <Button icon={<ArrowSyncRegular />} disabledFocusable={isRunning} onClick={() => run({})}>
            Refresh
          </Button>
          {billUrl !== undefined && (
            <Link href={billUrl} target="_blank">
              The bill of the sandbox X, to hold against it
            </Link>
          )}
          {isRunning && <Waiting onCancel={cancel}>Reading the ledger</Waiting>}
        </div>
        {problem && <Problem title="The ledger was not read">{problem}</Problem>}
        {spent && <SpentPanels spent={spent} titleOf={titleOf} />}
      </div>
      <div className={styles.column}>
        {spent && (
          <Panel title="Budgets" description="What would exceed one is refused before X is asked.">
            <BudgetList budgets={spent.budgets} />
          </Panel>
        )}
        {limiting && (
          <LimitPanel
            operation={limiting}
            isConnected={isConnected}
            hasSandbox={hasSandbox}
            call={call}
            onChanged={() => run({})}
          />
        )}
      </div>
    </div>
  );
};

interface SpentPanelsProps {
  readonly spent: Spent;
  titleOf(operation: string): string;
}

const SpentPanels = ({ spent, titleOf }: SpentPanelsProps) => (
  <>
    <Panel
      title="Spent at X"
      description={`By all connections of your X app, at most, by X’s prices of ${spent.pricesOf}.`}
    >
      <Figures
        figures={[
          ["today (UTC)", dollars(spent.today)],
          ["this month", dollars(spent.month)],
          ["by this connection today", dollars(spent.connectionToday)],
          ["by this connection this month", dollars(spent.connectionMonth)],
          ["calls to X this month", String(spent.calls)],
        ]}
      />
    </Panel>
    <Panel title="By operation">
      {spent.operations.length > 0 ? (
        <OperationSums sums={spent.operations} titleOf={titleOf} />
      ) : (
        <Text>Nothing was spent this month. Run an action that asks X for something.</Text>
      )}
    </Panel>
    {spent.days.length > 0 && (
      <Panel title="By day">
        <DayChart
          days={spent.days}
          operations={spent.operations.map(({ name }) => name)}
          titleOf={titleOf}
        />
      </Panel>
    )}
  </>
);
