/** A call in a line: did it work, how long did it take, what did it use. */
import { Badge, makeStyles, Text, tokens } from "@fluentui/react-components";
import { limitOf } from "../connection/hourly-limits.ts";
import { type Answer, askedOf, dollars, outcomeOf, xCallsOf, xCostOf } from "./answer.ts";
import { countOf } from "./count.ts";

const useStyles = makeStyles({
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    minWidth: 0,
    overflowWrap: "anywhere",
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
  },
});

export const AnswerSummary = ({ answer }: { readonly answer: Answer }) => {
  const styles = useStyles();
  const { status, durationMs, headers } = answer;
  const limit = limitOf(answer);
  const asked = askedOf(answer);
  const notice = headers.get("x-connector-notice");
  return (
    <div className={styles.line}>
      <Badge size="extra-large" appearance="tint" color={status < 400 ? "success" : "danger"}>
        {outcomeOf(answer)}
      </Badge>
      <Text>{durationMs} ms</Text>
      <Text>{countOf(xCallsOf(answer), "call")} to X</Text>
      {xCostOf(answer) > 0 && <Text>at most {dollars(xCostOf(answer))}</Text>}
      {limit && (
        <Text>
          {limit.remaining} of {limit.limit} left this hour
        </Text>
      )}
      {asked !== undefined && <Text>X was asked: {asked}</Text>}
      {notice && <Text weight="semibold">{notice}</Text>}
    </div>
  );
};
