/** One poll of the trigger: what it brought and what it left behind. */
import { Badge, makeStyles, Text, tokens } from "@fluentui/react-components";
import { askedOf, xCallsOf } from "../calls/answer.ts";
import { errorOf } from "../calls/connector-error.ts";
import { countOf } from "../calls/count.ts";
import type { Shape } from "../definition/outputs.ts";
import { Outputs } from "../outputs/outputs.tsx";
import { Problem } from "../page/problem.tsx";
import { handedOut, type Poll } from "./trigger-story.ts";

const useStyles = makeStyles({
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
  note: { color: tokens.colorNeutralForeground2 },
});

const titleOf = ({ answer, isRepeat }: Poll): string => {
  const asked = isRepeat ? "The same poll once more" : "The flow asked for new tweets";
  const count = handedOut(answer).length;
  return count > 0 ? `${asked}: it runs with ${countOf(count, "tweet")}` : `${asked}: nothing new`;
};

const notesOf = ({ answer, isCursorMoved }: Poll): readonly string[] => {
  const backlog = Number(answer.headers.get("x-connector-backlog") ?? 0);
  const notice = answer.headers.get("x-connector-notice");
  const asked = askedOf(answer);
  const wait = answer.headers.get("retry-after");
  return [
    isCursorMoved ? "cursor moved" : "cursor unchanged",
    `${countOf(xCallsOf(answer), "call")} to X`,
    ...(asked === undefined ? [] : [`X was asked: ${asked}`]),
    ...(backlog > 0 ? [`about ${backlog} wait`] : []),
    ...(wait ? [`asks again in ${Math.ceil(Number(wait) / 60)} min`] : []),
    ...(notice ? [notice] : []),
  ];
};

/** The list in what a batch trigger answers with. */
const batchShape = (output: Shape | undefined): Shape | undefined =>
  output?.kind === "object" ? output.properties[0]?.shape : output;

interface PollEventProps {
  readonly event: Poll;
  readonly output: Shape | undefined;
}

export const PollEvent = ({ event, output }: PollEventProps) => {
  const styles = useStyles();
  const { answer } = event;
  const tweets = handedOut(answer);
  const shape = batchShape(output);
  const error = errorOf(answer);
  if (error) return <Problem title={`${error.status} ${error.code}`}>{error.message}</Problem>;
  return (
    <>
      <div className={styles.line}>
        <Badge appearance="tint" color={answer.status === 200 ? "success" : "informative"}>
          {answer.status}
        </Badge>
        <Text weight="semibold">{titleOf(event)}</Text>
      </div>
      <Text size={200} className={styles.note}>
        {notesOf(event).join(" · ")}
      </Text>
      {tweets.length > 0 && shape && <Outputs shape={shape} value={tweets} />}
    </>
  );
};
