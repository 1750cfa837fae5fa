/** What X is asked for a search text, or why it cannot be, before the search is run. */
import { Text } from "@fluentui/react-components";
import type { SearchExplanation } from "../../../src/search/translate.ts";
import { ofText, useExplained } from "./use-explained.ts";

/** By the connector's own translation, loaded when the first text is entered. */
const explain = ofText(
  async (text): Promise<SearchExplanation> =>
    (await import("../../../src/search/translate.ts")).explainSearch(text),
);

const wordsOf = (explained: SearchExplanation): string => {
  if (explained.kind === "refused") return `X cannot be asked: ${explained.message}`;
  return explained.kind === "same" ? "X is asked exactly this." : `X is asked: ${explained.xQuery}`;
};

export const SearchNote = ({ text }: { readonly text: string }) => {
  const explained = useExplained(text, explain);
  return (
    <Text size={200} aria-live="polite">
      {explained && wordsOf(explained)}
    </Text>
  );
};
