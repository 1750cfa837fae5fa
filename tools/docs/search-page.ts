/** How a search text is read: `docs/search.md`, made by asking the translation itself about examples. */
import { SEARCH_TEXT_MAX_LENGTH } from "../../src/connector/limits.ts";
import { ALL_OPERATORS } from "../../src/search/operators.ts";
import { explainSearch, X_QUERY_MAX_LENGTH } from "../../src/search/translate.ts";

/** What is no operator: how texts are put together and spelled. */
const SPELLINGS = [
  "from:contoso #haiku OR #poem",
  "happy OR sad haiku OR poem",
  "from:@contoso, #haiku.",
  "'@contoso'",
  "“blue whale”",
  "Research and Development",
  "cats AND dogs",
  "cats,dogs",
  "Note:hello at 10:30",
  "R&D coca-cola",
  "https://contoso.com/news",
  "haiku –filter:links",
];

/** What no single operator is to blame for. */
const UNASKABLE = [
  "lang:en",
  "-haiku",
  "haiku OR filter:links",
  "haiku OR since:2026-11-20",
  "haiku since:2026-11-20 until:2026-11-20",
  "haiku filter:retweets",
  "geocode:37.78,-122.40,60km",
  "from: contoso",
  "haiku OR",
  "(haiku",
  'haiku "poem',
];

const EXAMPLES = [...SPELLINGS, ...ALL_OPERATORS.map(({ example }) => example), ...UNASKABLE];

const cell = (text: string): string => text.replaceAll("|", "\\|");
const code = (text: string): string => `\`${cell(text)}\``;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/** Markdown. */
export const searchPage = (): string => {
  const explained = EXAMPLES.map((text) => ({ text, explanation: explainSearch(text) }));
  const rewritten = explained.flatMap(({ text, explanation }) =>
    explanation.kind === "rewritten" ? [[code(text), code(explanation.xQuery)]] : [],
  );
  const same = explained.flatMap(({ text, explanation }) =>
    explanation.kind === "same" ? [`- ${code(text)}`] : [],
  );
  const refused = explained.flatMap(({ text, explanation }) =>
    explanation.kind === "refused" ? [[code(text), cell(explanation.message)]] : [],
  );
  return `# Searching

Made by \`npm run generate\` from the table in \`src/search/operators.ts\`, by asking the translation about each example.

Flows of the classic connector were written for the standard search of X's API v1.1. X takes another language now
([its operators](https://docs.x.com/x-api/posts/search/integrate/operators)), so a search text is read as it was meant
and asked of X in its own words, by the action and by the trigger alike. Where X is asked something else than was
written, the answer's header \`x-connector-x-query\` shows it (percent-encoded where it is not ASCII), and so does the
console; the log holds a digest of it only.

## Which words belong together

- In the classic language OR binds tighter than a space: \`from:contoso #haiku OR #poem\` finds Contoso's posts with one of
  the tags. X binds a space tighter, and would find anybody's \`#poem\`.
- A text with parentheses, or with an operator that only X's own language has (\`is:\`, \`has:\`, \`place:\` …), was written
  for X, and means what it means there.
- Names of operators may be written in any case, \`OR\` in capitals only. Punctuation around words is passed over.
- What looks like an operator and is none, such as \`Note:hello\`, is searched for as a phrase.

## What X is asked

${table(["you write", "X is asked"], rewritten)}

## What stays as it is

${same.join("\n")}

## What is refused

With status 400 and before any call to X, so it costs nothing. A flow's first poll is refused in the same words.

${table(["you write", "the answer"], refused)}

## Days

\`since:\` and \`until:\` take days in UTC: \`since:2026-11-20 until:2026-11-23\` is the 20th to the 22nd. X's search reaches
seven days back, as the classic one did. A \`since:\` before that is held to it and an \`until:\` before that finds nothing;
\`x-connector-notice\` says so. Together with a \`sinceId\`, the later of the two counts. A \`sinceId\` of 0 or 1 is the
beginning.

## Lengths

A search text may have ${SEARCH_TEXT_MAX_LENGTH} characters, counted as \`length()\` counts in a flow. X takes ${X_QUERY_MAX_LENGTH}; a text that grows
beyond that in X's words is refused as \`SearchTextTooLong\`, with both lengths.
`;
};
