/** The sandbox: what X holds, what it was asked, and how to make it fail. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowSyncRegular } from "@fluentui/react-icons";
import { Panel } from "../page/panel.tsx";
import { Problem } from "../page/problem.tsx";
import { SimpleTable } from "../page/simple-table.tsx";
import { Waiting } from "../page/waiting.tsx";
import { FaultMenu } from "./fault-menu.tsx";
import type { FaultKind } from "./fault-titles.ts";
import { FollowList } from "./follow-list.tsx";
import { failNextCall, type SandboxState } from "./sandbox-client.ts";
import { useSandbox } from "./use-sandbox.ts";

/** The newest ones tell the most; all of them would be a long page. */
const SHOWN = 12;

const useStyles = makeStyles({
  view: {
    display: "grid",
    gap: tokens.spacingVerticalL,
    alignItems: "start",
    "@media (min-width: 900px)": { gridTemplateColumns: "minmax(0, 2fr) minmax(0, 1fr)" },
  },
  column: { display: "grid", gap: tokens.spacingVerticalL, minWidth: 0 },
  bar: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalL,
    minHeight: "32px",
  },
});

const timeOf = (at: number | string): string =>
  new Date(at).toLocaleString([], { dateStyle: "short", timeStyle: "short" });

export const SandboxView = () => {
  const styles = useStyles();
  const { state, problem, isAsking, refresh, cancel } = useSandbox();
  return (
    <>
      <div className={styles.bar}>
        <Button icon={<ArrowSyncRegular />} disabledFocusable={isAsking} onClick={() => refresh()}>
          Refresh
        </Button>
        {isAsking && <Waiting onCancel={cancel}>Asking the sandbox</Waiting>}
      </div>
      {problem && <Problem title="The sandbox does not answer">{problem}</Problem>}
      {state && (
        <SandboxPanels
          state={state}
          onFail={(kind) => refresh((signal) => failNextCall(kind, signal))}
        />
      )}
    </>
  );
};

interface SandboxPanelsProps {
  readonly state: SandboxState;
  onFail(kind: FaultKind): void;
}

const SandboxPanels = ({ state, onFail }: SandboxPanelsProps) => {
  const styles = useStyles();
  return (
    <div className={styles.view}>
      <div className={styles.column}>
        <Panel
          title="Recent tweets"
          description="This X lives on your machine. Nothing you do here reaches the real one."
        >
          <SimpleTable
            title="Recent tweets"
            columns={["When", "Who", "Text"]}
            rows={state.posts.slice(0, SHOWN).map(({ id, createdAt, author, text }) => ({
              key: id,
              cells: [timeOf(createdAt), `@${author}`, text],
            }))}
          />
        </Panel>
        <Panel title="What X was asked" description="Every call of the connector, newest first.">
          <SimpleTable
            title="Calls"
            columns={["When", "Call", "Status", "Handed over"]}
            rows={state.calls.slice(0, SHOWN).map((call, index) => ({
              key: String(state.calls.length - index),
              cells: [
                timeOf(call.at),
                `${call.method} ${call.path}`,
                String(call.status || "lost"),
                String(call.resources),
              ],
            }))}
          />
        </Panel>
      </div>
      <div className={styles.column}>
        <FaultMenu kinds={state.faultKinds} waiting={state.waiting} onFail={onFail} />
        <Panel title="Who follows whom">
          <FollowList follows={state.follows} />
        </Panel>
      </div>
    </div>
  );
};
