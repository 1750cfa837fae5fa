/** One poll of the trigger: what it brought and what it left behind. */
import { Badge, makeStyles, Text, tokens } from "@fluentui/react-components";
import { askedOf, dollars, xCallsOf, xCostOf } from "../calls/answer.ts";
import { asCurl } from "../calls/as-curl.ts";
import { errorOf } from "../calls/connector-error.ts";
import { countOf } from "../calls/count.ts";
import { durationOf } from "../calls/duration.ts";
import { RawAnswer } from "../calls/raw-answer.tsx";
import type { Shape } from "../definition/shape.ts";
import { Outputs } from "../outputs/outputs.tsx";
import { CopyButton } from "../page/copy-button.tsx";
import { Fold } from "../page/fold.tsx";
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

const titleOf = ({ answer, isRepeat }: Poll, noun: string): string => {
  const asked = isRepeat ? "The same poll once more" : `The flow asked for new ${noun}s`;
  const count = handedOut(answer).length;
  return count > 0 ? `${asked}: it runs with ${countOf(count, noun)}` : `${asked}: nothing new`;
};

const notesOf = ({ answer }: Poll): readonly string[] => {
  const backlog = Number(answer.headers.get("x-connector-backlog") ?? 0);
  const notice = answer.headers.get("x-connector-notice");
  const asked = askedOf(answer);
  const wait = answer.headers.get("retry-after");
  const cost = xCostOf(answer);
  return [
    `${countOf(xCallsOf(answer), "call")} to X`,
    ...(cost > 0 ? [`at most ${dollars(cost)}`] : []),
    `${answer.durationMs} ms`,
    ...(asked === undefined ? [] : [`X was asked: ${asked}`]),
    ...(backlog > 0 ? [`about ${backlog} wait`] : []),
    ...(wait ? [`asks again in ${durationOf(Number(wait))}`] : []),
    ...(notice ? [notice] : []),
  ];
};

/** The list in what a batch trigger answers with. */
const batchShape = (output: Shape | undefined): Shape | undefined =>
  output?.kind === "object" ? output.properties[0]?.shape : output;

interface PollEventProps {
  readonly event: Poll;
  /** When it was, which tells it from others. */
  readonly time: string;
  readonly noun: string;
  readonly output: Shape | undefined;
}

export const PollEvent = ({ event, time, noun, output }: PollEventProps) => {
  const styles = useStyles();
  const { answer } = event;
  const tweets = handedOut(answer);
  const shape = batchShape(output);
  const error = errorOf(answer);
  if (error) return <Problem title={error.code}>{error.message}</Problem>;
  return (
    <>
      <div className={styles.line}>
        <Badge appearance="tint" color={tweets.length > 0 ? "success" : "informative"}>
          {tweets.length > 0 ? "The flow runs" : "Nothing new"}
        </Badge>
        <Text as="h3" weight="semibold">
          {titleOf(event, noun)}
        </Text>
      </div>
      <Text size={200} className={styles.note}>
        {notesOf(event).join(" · ")}
      </Text>
      <Fold title="Raw answer" of={time}>
        <Text>{event.isCursorMoved ? "The cursor moved." : "The cursor stays where it was."}</Text>
        <div>
          <CopyButton title="Copy as cURL" text={() => asCurl(answer.request, location.origin)}>
            Copy as cURL
          </CopyButton>
        </div>
        <RawAnswer answer={answer} />
      </Fold>
      {tweets.length > 0 && shape && (
        <Outputs
          shape={shape}
          value={tweets}
          expression="triggerBody()"
          title={`New ${noun}s, ${time}`}
        />
      )}
    </>
  );
};
