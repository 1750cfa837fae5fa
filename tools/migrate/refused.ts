/** What the command does not do, in a sentence that says why. */
import { UnreadableDocument } from "./findings.ts";

/** A mistake of whoever called; the message says what to do. */
export class Refused extends Error {}

const codeOf = (error: unknown): string => {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : "";
};

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "this account may not read or write it",
  EPERM: "this account may not read or write it",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  EEXIST: "a file of that name is in the way of the folder",
  ENOTDIR: "a file is in the way of its folder",
  EISDIR: "a folder is in the way of the file",
  ERR_FS_FILE_TOO_LARGE: "a file of more than 2 GB, which no export has",
};

/** What is wrong with a file, or with the place for it. Throws what is neither. */
export const problemOf = (error: unknown): string => {
  if (error instanceof UnreadableDocument) return error.message;
  if (error instanceof RangeError) return "it is nested too deeply, or too large, to be read";
  const reason = REASONS[codeOf(error)];
  if (reason === undefined) throw error;
  return reason;
};
