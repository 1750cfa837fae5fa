/** What is told under a field while something is typed into it, where there is something to tell. */
import type { Value, Values } from "../calls/operation-request.ts";
import type { Field } from "../definition/fields.ts";
import { PostNote } from "./post-note.tsx";
import { SearchNote } from "./search-note.tsx";
import { SplitNote } from "./split-note.tsx";

interface FieldNoteProps {
  readonly field: Field;
  readonly value: Value;
  /** What was entered into the fields beside it. */
  readonly beside: Values;
}

export const FieldNote = ({ field: { name, place }, value, beside }: FieldNoteProps) => {
  if (typeof value !== "string") return null;
  if (name === "searchQuery") return <SearchNote text={value} />;
  // The classic action mentions nobody; those beside it do.
  if (name === "tweetText") return <PostNote text={value} kind="classic" />;
  if (place !== "json") return null;
  if (name === "textToSplit") return <SplitNote text={value} />;
  const kind = beside.longText === "true" ? "long" : "published";
  return name === "text" ? <PostNote text={value} kind={kind} /> : null;
};
