/** What all of a post or a thread costs, as one types. */
import { Text } from "@fluentui/react-components";
import { dollars } from "../calls/answer.ts";
import { countOf } from "../calls/count.ts";
import { isGroup, type Value, type Values } from "../calls/operation-request.ts";
import { useExplained } from "./use-explained.ts";

interface Draft {
  readonly text: string;
  /** How many of its files are described. */
  readonly altTexts: number;
}

const textOf = (value: Value): string => (typeof value === "string" ? value.trim() : "");
const groupsOf = (value: Value): readonly Values[] =>
  Array.isArray(value) ? value.filter(isGroup) : [];

const draftOf = ({ text, media }: Values): Draft => ({
  text: textOf(text),
  altTexts: groupsOf(media).filter(({ altText }) => textOf(altText) !== "").length,
});

/** The posts that were entered; none where the action makes no such. */
const draftsOf = async ({ parts, textToSplit, ...post }: Values): Promise<readonly Draft[]> => {
  if (textOf(textToSplit) !== "") {
    const { splitText } = await import("../../../src/publishing/split-text.ts");
    return (await splitText(textOf(textToSplit))).map((text) => ({ text, altTexts: 0 }));
  }
  if (parts) return groupsOf(parts).map(draftOf);
  return post.media ? [draftOf(post)] : [];
};

interface Price {
  readonly posts: number;
  readonly altTexts: number;
  readonly usd: number;
}

const explain = async (values: Values): Promise<Price | undefined> => {
  const drafts = await draftsOf(values);
  const altTexts = drafts.reduce((sum, draft) => sum + draft.altTexts, 0);
  // Of a post alone its text's own note tells all.
  if (drafts.length < 2 && altTexts === 0) return undefined;
  const [{ priceClassOfPost }, { priceOf, toDollars }] = await Promise.all([
    import("../../../src/x/post-content.ts"),
    import("../../../src/x/prices.ts"),
  ]);
  const classes = await Promise.all(drafts.map(priceClassOfPost));
  const ofPosts = classes.reduce((sum, each) => sum + priceOf(each), 0);
  const ofAltTexts = altTexts * priceOf("mediaMetadata");
  return { posts: drafts.length, altTexts, usd: toDollars(ofPosts + ofAltTexts) };
};

export const PriceNote = ({ values }: { readonly values: Values }) => {
  const price = useExplained(values, explain);
  if (!price) return null;
  const { posts, altTexts, usd } = price;
  return (
    <Text size={200} aria-live="polite">
      In all {countOf(posts, "post")}
      {altTexts > 0 && ` with ${countOf(altTexts, "alt text")}`}, at most {dollars(usd)}
    </Text>
  );
};
