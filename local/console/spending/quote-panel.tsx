/** What a search will come to at X a month, before its trigger is started. */
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { MoneyCalculatorRegular } from "@fluentui/react-icons";
import { type Answer, dollars, xCostOf } from "../calls/answer.ts";
import { errorOf } from "../calls/connector-error.ts";
import { initialValues } from "../calls/operation-request.ts";
import { useCall } from "../calls/use-call.ts";
import type { Call } from "../connection/use-connection.ts";
import { inMakersWords, type Operation } from "../definition/operations.ts";
import { Panel } from "../page/panel.tsx";
import { Problem } from "../page/problem.tsx";
import { Waiting } from "../page/waiting.tsx";

const useStyles = makeStyles({
  button: { justifySelf: "start" },
  quote: { display: "grid", gap: tokens.spacingVerticalXS },
});

interface QuotePanelProps {
  /** Estimates what a search costs. */
  readonly operation: Operation;
  readonly searchText: string;
  readonly isConnected: boolean;
  readonly call: Call;
}

export const QuotePanel = ({ operation, searchText, isConnected, call }: QuotePanelProps) => {
  const styles = useStyles();
  const { run, cancel, isRunning, answer, problem } = useCall(operation, call);
  const isReady = isConnected && !isRunning && searchText.trim() !== "";
  return (
    <Panel title={operation.title} description={inMakersWords(operation.description)}>
      <Button
        className={styles.button}
        icon={<MoneyCalculatorRegular />}
        disabledFocusable={!isReady}
        onClick={() => run({ ...initialValues(operation), searchQuery: searchText })}
      >
        Estimate before it is started
      </Button>
      {isRunning && <Waiting onCancel={cancel}>Asking X how much there is</Waiting>}
      {problem && <Problem title="No estimate">{problem}</Problem>}
      {answer && !errorOf(answer) && !isRunning && <Quote answer={answer} />}
    </Panel>
  );
};

const SOURCES: Readonly<Record<string, string>> = {
  counts: "by X’s counts of the last seven days",
  page: "by how close together the newest matches stand",
};

const Quote = ({ answer }: { readonly answer: Answer }) => {
  const styles = useStyles();
  const told = Object(answer.json) as Readonly<Record<string, unknown>>;
  const usd = (name: string): string => dollars(Number(told[name]));
  const notice = answer.headers.get("x-connector-notice");
  return (
    <div className={styles.quote} role="status">
      <Text weight="semibold">The trigger: at most {usd("TriggerPerMonth")} a month</Text>
      <Text>An action that searches every hour: at most {usd("HourlyActionPerMonth")} a month</Text>
      <Text size={200}>
        About {String(told.MatchesPerDay)} matches a day, {SOURCES[String(told.Source)]}, at{" "}
        {usd("PricePerPost")} each. This estimate cost {dollars(xCostOf(answer))}.
      </Text>
      {notice && <Text weight="semibold">{notice}</Text>}
    </div>
  );
};
