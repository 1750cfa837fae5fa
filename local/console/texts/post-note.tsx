/** How long X counts a text that is to be posted, what that costs, and what is taken out of it first. */
import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { dollars } from "../calls/answer.ts";
import { useExplained } from "./use-explained.ts";

const useStyles = makeStyles({
  note: { display: "grid" },
  tooLong: { color: tokens.colorPaletteRedForeground1 },
});

interface PostExplanation {
  readonly length: number;
  readonly most: number;
  readonly usd: number;
  readonly holdsLink: boolean;
  /** The text as it is posted. */
  readonly posted: string;
}

/** By the connector's own rules and prices, loaded when the first text is entered. */
const explainer =
  (keepsMentions: boolean) =>
  async (text: string): Promise<PostExplanation> => {
    const [rules, limits, prices] = await Promise.all([
      import("../../../src/x/text-rules.ts"),
      import("../../../src/connector/limits.ts"),
      import("../../../src/x/prices.ts"),
    ]);
    const given = text.trim();
    const posted = keepsMentions ? given : await rules.withoutMentions(given);
    const holdsLink = await rules.holdsLink(posted);
    return {
      length: await rules.weightedLength(posted),
      most: limits.TEXT_MAX_LENGTH,
      usd: prices.toDollars(prices.priceOf(holdsLink ? "postWithUrl" : "post")),
      holdsLink,
      posted,
    };
  };

const EXPLAIN = { kept: explainer(true), stripped: explainer(false) };

interface PostNoteProps {
  readonly text: string;
  /** What happens to the sign before a user's name. */
  readonly mentions: keyof typeof EXPLAIN;
}

export const PostNote = ({ text, mentions }: PostNoteProps) => {
  const styles = useStyles();
  const explained = useExplained(text, EXPLAIN[mentions]);
  if (!explained) return null;
  const { length, most, usd, holdsLink, posted } = explained;
  return (
    <div className={styles.note} aria-live="polite">
      <Text size={200} {...(length > most && { className: styles.tooLong })}>
        {length} of {most} as X counts · {dollars(usd)}
        {holdsLink && " because of the link"}
        {length > most && " · too long without X Premium"}
      </Text>
      {posted !== text.trim() && (
        <Text size={200}>Nobody is mentioned by this action. Posted is: {posted}</Text>
      )}
    </div>
  );
};
