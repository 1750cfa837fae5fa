/** How long X counts a text that is to be posted, what that costs, and what is taken out of it first. */
import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { dollars } from "../calls/answer.ts";
import { ofText, useExplained } from "./use-explained.ts";

const useStyles = makeStyles({
  note: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", overflowWrap: "anywhere" },
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

/** The classic action takes mentions out; of those beside it, one for X Premium takes long texts. */
type Kind = "classic" | "published" | "long";

/** By the connector's own rules and prices, loaded when the first text is entered. */
const explainer = (kind: Kind) =>
  ofText(async (text): Promise<PostExplanation> => {
    const [rules, limits, prices] = await Promise.all([
      import("../../../src/x/text-rules.ts"),
      import("../../../src/connector/limits.ts"),
      import("../../../src/x/prices.ts"),
    ]);
    const given = text.trim();
    const posted = kind === "classic" ? await rules.withoutMentions(given) : given;
    const holdsLink = await rules.holdsLink(posted);
    return {
      length: await rules.weightedLength(posted),
      most: kind === "long" ? limits.PREMIUM_TEXT_MAX_LENGTH : limits.TEXT_MAX_LENGTH,
      usd: prices.toDollars(prices.priceOf(holdsLink ? "postWithUrl" : "post")),
      holdsLink,
      posted,
    };
  });

const EXPLAIN: Readonly<Record<Kind, ReturnType<typeof explainer>>> = {
  classic: explainer("classic"),
  published: explainer("published"),
  long: explainer("long"),
};

const TOO_LONG: Readonly<Record<Kind, string>> = {
  classic: " · too long without X Premium",
  published: " · too long without X Premium and “Long text”",
  long: " · too long",
};

interface PostNoteProps {
  readonly text: string;
  readonly kind: Kind;
}

export const PostNote = ({ text, kind }: PostNoteProps) => {
  const styles = useStyles();
  const explained = useExplained(text, EXPLAIN[kind]);
  if (!explained) return null;
  const { length, most, usd, holdsLink, posted } = explained;
  return (
    <div className={styles.note} aria-live="polite">
      <Text size={200} {...(length > most && { className: styles.tooLong })}>
        {length} of {most} as X counts · {dollars(usd)}
        {holdsLink && " because of the link"}
        {length > most && TOO_LONG[kind]}
      </Text>
      {posted !== text.trim() && (
        <Text size={200}>Nobody is mentioned by this action. Posted is: {posted}</Text>
      )}
    </div>
  );
};
