/** Which thread a call is about, and how much of what is there it still wants. */
import { createHash, randomUUID } from "node:crypto";
import { contentDigest, type PostingCaller } from "../posting/posting.ts";
import type { PostContent } from "../x/post-content.ts";
import { THREAD_PARTITION, type ThreadProgress } from "./thread-row.ts";

export interface Part {
  readonly content: PostContent;
  readonly digest: string;
}

const digestOf = (texts: readonly string[]): string =>
  createHash("sha256").update(JSON.stringify(texts)).digest("hex");

/** One after the other: each may hold files that take a while. */
export const digested = async (contents: readonly PostContent[]): Promise<readonly Part[]> => {
  const parts: Part[] = [];
  for (const content of contents) parts.push({ content, digest: await contentDigest(content) });
  return parts;
};

/** How many of the posts that are there are still wanted. */
export const wantedOf = ({ made }: ThreadProgress, parts: readonly Part[]): number => {
  const other = made.findIndex(({ part }, index) => parts[index]?.digest !== part);
  return other < 0 ? made.length : other;
};

/** A thread is told by who makes it, what it replies to and how it begins: what comes later may be corrected. */
export const keyOf = (
  { identity: { appId, userId } }: PostingCaller,
  [first]: readonly Part[],
) => ({
  partition: `${THREAD_PARTITION}-${userId}`,
  row: digestOf([appId, first?.digest ?? ""]),
});

/**
 * What the keys of its posts are made of. A repeat within a run finds them even where the thread's row is lost, or another
 * thread that begins alike has taken its place.
 */
export const originOf = ({ runId }: PostingCaller, parts: readonly Part[]): string =>
  runId === "" ? randomUUID() : digestOf([runId, ...parts.map(({ digest }) => digest)]);
