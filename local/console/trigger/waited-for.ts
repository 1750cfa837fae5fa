/** What a trigger waits for, in a maker's words, and how one lets it happen. */
import type { Values } from "../calls/operation-request.ts";
import type { Operation } from "../definition/operations.ts";

export interface WaitedFor {
  /** One of what starts the flow. */
  readonly noun: string;
  /** The text of a post that starts it. */
  readonly sample: string;
}

/** A search is what the trigger cannot do without; one that asks for nothing waits for the user's own mentions. */
export const waitedFor = (
  { fields }: Operation,
  values: Values,
  handle: string | undefined,
): WaitedFor => {
  const required = fields.find((field) => field.required);
  if (!required) return { noun: "mention", sample: `Look at this, @${handle ?? "you"}` };
  return { noun: "tweet", sample: `Look at this: ${String(values[required.name] ?? "")}` };
};
