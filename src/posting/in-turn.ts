/** Work that one does and others wait for: whoever has the lease does it, whoever has not looks again until it is done. */
import type { RowKey } from "../store/store.ts";
import type { XSession } from "../x/session.ts";
import { type Lease, type LeasedRows, LeaseLostError } from "./leased-row.ts";

/** How often a row is looked at while somebody else works on it: soon at first, then less often. */
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 1_000;
/** A call that waited in vain still has to answer. */
export const ANSWERING_MS = 2_000;

export interface Turn<P, R> {
  readonly key: RowKey;
  /** What is written of new work. */
  readonly initial: P;
  /** What to go on from, of what an earlier attempt left; undefined for work that is finished. */
  goOnFrom(left: P): Promise<P | undefined>;
  /** Rejects with LeaseLostError when somebody else has taken it over. */
  work(lease: Lease<P>): Promise<R>;
  /** What finished work came to. */
  resultOf(done: P): R;
  /** The error for a call that waited until its own end. */
  stillBusy(): Error;
}

export interface TurnOptions<P> {
  readonly rows: LeasedRows<P>;
  readonly sleep: (ms: number) => Promise<void>;
}

/** Rejects with StoreUnavailableError, and with what `work` rejects with. */
export const inTurn = async <P, R>(
  { rows, sleep }: TurnOptions<P>,
  x: Pick<XSession, "timeLeft">,
  { key, initial, goOnFrom, work, resultOf, stillBusy }: Turn<P, R>,
): Promise<R> => {
  let opened = await rows.open(key, initial, goOnFrom);
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    const { done, lease } = opened;
    if (done) return resultOf(done);
    if (lease) {
      const stop = lease.keepAlive();
      try {
        return await work(lease);
      } catch (error) {
        // Whoever took the work over brings it to its end.
        if (!(error instanceof LeaseLostError)) throw error;
      } finally {
        stop();
      }
    }
    if (x.timeLeft() < wait + ANSWERING_MS) throw stillBusy();
    await sleep(wait);
    opened = await rows.reopen(key, initial, goOnFrom);
  }
};
