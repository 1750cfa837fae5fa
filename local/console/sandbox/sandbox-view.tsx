/** The sandbox: what X holds, what it was asked, and how to make it fail. */
import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { ArrowSyncRegular } from "@fluentui/react-icons";
import { Panel } from "../page/panel.tsx";
import { Problem } from "../page/problem.tsx";
import { FaultMenu } from "./fault-menu.tsx";
import { FollowList } from "./follow-list.tsx";
import { SimpleTable } from "./simple-table.tsx";
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
  refresh: { justifySelf: "start" },
});

const timeOf = (at: number | string): string =>
  new Date(at).toLocaleString([], { dateStyle: "short", timeStyle: "short" });

export const SandboxView = () => {
  const styles = useStyles();
  const { state, problem, refresh } = useSandbox();
  if (problem) return <Problem title="The sandbox does not answer">{problem}</Problem>;
  if (!state) return <Spinner label="Asking the sandbox" />;
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
        <Button className={styles.refresh} icon={<ArrowSyncRegular />} onClick={refresh}>
          Refresh
        </Button>
        <FaultMenu kinds={state.faultKinds} waiting={state.waiting} onChanged={refresh} />
        <Panel title="Who follows whom">
          <FollowList follows={state.follows} />
        </Panel>
      </div>
    </div>
  );
};
