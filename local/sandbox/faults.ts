/** Makes the next calls fail as told. */
import * as z from "zod";
import { ANSWER_CHANGES } from "./answer-changes.ts";
import { FAULT_REPLIES } from "./fault-replies.ts";
import type { Reply } from "./http/reply.ts";

type ReplyKind = keyof typeof FAULT_REPLIES;
type ChangeKind = keyof typeof ANSWER_CHANGES;

const REPLY_KINDS = Object.keys(FAULT_REPLIES) as ReplyKind[];
const CHANGE_KINDS = Object.keys(ANSWER_CHANGES) as ChangeKind[];

const JSON_TYPE = { "content-type": "application/json; charset=utf-8" };

/** Answers that X's document does not know for what was asked, or that stand before X. */
const ODD_REPLIES = {
  htmlError: {
    status: 502,
    headers: { "content-type": "text/html; charset=utf-8" },
    raw: "<!DOCTYPE html><html><head><title>X / Error</title></head><body><h1>502 Bad Gateway</h1></body></html>",
  },
  invalidJson: {
    status: 200,
    headers: JSON_TYPE,
    raw: '{"data":[{"id":"1460323737035677698","te',
  },
  timedOut: { status: 408 },
  redirected: { status: 302, headers: { location: "https://x.com/" } },
  forbiddenPage: {
    status: 403,
    headers: { "content-type": "text/html; charset=utf-8" },
    raw: "<html><body>Request blocked.</body></html>",
  },
  emptyObject: { status: 200, json: {} },
  errorsOnly: {
    status: 200,
    json: { errors: [{ title: "Service Unavailable", detail: "Something is broken." }] },
  },
  /** A page of a timeline or a search that shows nothing yet. */
  emptyPage: { status: 200, json: { meta: { result_count: 0 } } },
} as const satisfies Readonly<Record<string, Reply>>;
type OddKind = keyof typeof ODD_REPLIES;

const ODD_KINDS = Object.keys(ODD_REPLIES) as OddKind[];
const OTHER_KINDS = [...ODD_KINDS, "cut", "slow", "hang"] as const;

export const FAULT_KINDS = [...REPLY_KINDS, ...CHANGE_KINDS, ...OTHER_KINDS] as const;

const isPattern = (text: string): boolean => {
  try {
    return Boolean(new RegExp(text));
  } catch {
    return false;
  }
};

export const faultSchema = z.strictObject({
  kind: z.enum(FAULT_KINDS),
  method: z.enum(["GET", "POST", "PUT", "DELETE"]).optional(),
  /** What the path begins with, such as `/2/tweets`; with `^` before it, a regular expression. */
  path: z
    .string()
    .refine((text) => !text.startsWith("^") || isPattern(text), {
      error: "must be a regular expression after ^",
    })
    .default("/2/"),
  /** How many calls. */
  times: z.number().int().positive().default(1),
  /** The call takes effect, and only its answer fails. */
  afterEffect: z.boolean().default(false),
  /** How long the answer takes, by the real clock. */
  delayMs: z.number().min(0).default(0),
});

export type Fault = z.infer<typeof faultSchema>;

/**
 * What becomes of a call's answer: a refusal of X's, what stands before X instead, the true one in part, the true one, none
 * and an end of the connection, or none at all.
 */
export type FaultOutcome =
  | { readonly kind: "refused" | "replaced"; readonly reply: Reply }
  | { readonly kind: "changed"; change(json: unknown): unknown }
  | { readonly kind: "truth" | "cut" | "hang" };

const isOddKind = (kind: Fault["kind"]): kind is OddKind => kind in ODD_REPLIES;
const isReplyKind = (kind: Fault["kind"]): kind is ReplyKind => kind in FAULT_REPLIES;
const isChangeKind = (kind: Fault["kind"]): kind is ChangeKind => kind in ANSWER_CHANGES;

const outcomeOf = (kind: Fault["kind"], now: number): FaultOutcome => {
  if (isReplyKind(kind)) {
    return { kind: "refused", reply: FAULT_REPLIES[kind](Math.floor(now / 1000)).reply };
  }
  if (isOddKind(kind)) return { kind: "replaced", reply: ODD_REPLIES[kind] };
  if (isChangeKind(kind)) return { kind: "changed", change: ANSWER_CHANGES[kind] };
  return { kind: kind === "slow" ? "truth" : kind };
};

const applies = (fault: Fault, method: string, path: string): boolean =>
  (fault.method ?? method) === method &&
  (fault.path.startsWith("^") ? new RegExp(fault.path).test(path) : path.startsWith(fault.path));

export const createFaults = (now: () => number) => {
  let faults: Fault[] = [];
  return {
    add: (fault: Fault) => {
      faults.push({ ...fault });
    },
    clear: () => {
      faults = [];
    },
    /** Those that wait for their calls. */
    list: (): readonly Fault[] => faults,
    /** Takes the fault of this call, if one was asked for. */
    take(method: string, path: string): (Fault & { readonly outcome: FaultOutcome }) | undefined {
      const fault = faults.find((each) => applies(each, method, path));
      if (!fault) return undefined;
      fault.times -= 1;
      if (fault.times === 0) faults = faults.filter((each) => each !== fault);
      return { ...fault, outcome: outcomeOf(fault.kind, now()) };
    },
  };
};

export type Faults = ReturnType<typeof createFaults>;
