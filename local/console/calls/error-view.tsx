/** A failed call as the maker of a flow reads it. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { Panel } from "../page/panel.tsx";
import { Problem } from "../page/problem.tsx";
import type { Answer } from "./answer.ts";
import type { ConnectorErrorBody } from "./connector-error.ts";
import { durationOf } from "./duration.ts";

const useStyles = makeStyles({
  facts: { display: "grid", gap: tokens.spacingVerticalS, margin: 0 },
  name: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  fact: { margin: 0, overflowWrap: "anywhere" },
});

const waitOf = (answer: Answer): string | undefined => {
  const seconds = answer.headers.get("retry-after");
  return seconds === undefined ? undefined : durationOf(Number(seconds));
};

interface ErrorViewProps {
  readonly error: ConnectorErrorBody;
  readonly answer: Answer;
}

export const ErrorView = ({ error, answer }: ErrorViewProps) => {
  const styles = useStyles();
  const facts: readonly (readonly [string, string | undefined])[] = [
    ["Parameter", error.target],
    ["Details", error.details.join(" ") || undefined],
    ["X said", error.x],
    ["The thread stopped at part", error.failedPart],
    ["Parts that are there already", error.postedIds.join(", ") || undefined],
    ["Try again in", waitOf(answer)],
    ["Request id", answer.headers.get("x-request-id")],
  ];
  return (
    <Panel title="Error" description="What the flow’s run history shows.">
      <Problem title={error.code}>{error.message}</Problem>
      <dl className={styles.facts}>
        {facts.map(
          ([name, fact]) =>
            fact !== undefined && (
              <div key={name}>
                <dt className={styles.name}>{name}</dt>
                <dd className={styles.fact}>{fact}</dd>
              </div>
            ),
        )}
      </dl>
    </Panel>
  );
};
