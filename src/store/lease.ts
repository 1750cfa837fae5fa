/** A lease: the right to work on a row, for as long as its holder is surely alive; others may take it once it has ended. */

/** What a process needs beside a call to X before it tells again that it works on a post or a grant. */
const MARGIN_MS = 15_000;

/** Milliseconds, by how long one call to X may take. */
export const leaseFor = (callMs: number): number => callMs + MARGIN_MS;
