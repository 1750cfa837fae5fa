/** What the input of any field is given. */
import type { ComponentType } from "react";
import type { Value, Values } from "../calls/operation-request.ts";
import type { Field } from "../definition/fields.ts";

/** What the connector said is wrong, by the path of the field, such as `media[0].content`. */
export type Findings = ReadonlyMap<string, string>;

/** Whether something is wrong with the field at the path, or with a part of it. */
export const isAtFault = (findings: Findings, path: string): boolean =>
  [...findings.keys()].some(
    (found) => found.startsWith(path) && ["", ".", "["].includes(found.charAt(path.length)),
  );

export interface InputProps<F extends Field> {
  readonly field: F;
  /** Where the field stands in what is sent. */
  readonly path: string;
  readonly value: Value;
  /** What was entered into the fields beside it, and into it. */
  readonly beside: Values;
  readonly findings: Findings;
  onChange(value: Value): void;
}

/** Of a field that holds others. */
export interface CompoundProps<F extends Field> extends InputProps<F> {
  /** Draws one of them. */
  readonly part: ComponentType<InputProps<Field>>;
}
