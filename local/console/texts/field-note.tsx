/** What is told under a field while something is typed into it, where there is something to tell. */
import type { Value } from "../calls/operation-request.ts";
import type { Field } from "../definition/fields.ts";
import { PostNote } from "./post-note.tsx";
import { SearchNote } from "./search-note.tsx";

interface FieldNoteProps {
  readonly field: Field;
  readonly value: Value;
}

export const FieldNote = ({ field: { name, place }, value }: FieldNoteProps) => {
  if (typeof value !== "string") return null;
  if (name === "searchQuery") return <SearchNote text={value} />;
  // The classic action mentions nobody; the one beside it does.
  if (name === "tweetText") return <PostNote text={value} mentions="stripped" />;
  if (name === "text" && place === "json") return <PostNote text={value} mentions="kept" />;
  return null;
};
