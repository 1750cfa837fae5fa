/** What the input of any field is given. */
import type { ComponentType } from "react";
import type { Value } from "../calls/operation-request.ts";
import type { Field } from "../definition/fields.ts";

/** What the connector said is wrong, by the path of the field, such as `media[0].content`. */
export type Findings = ReadonlyMap<string, string>;

export interface InputProps<F extends Field> {
  readonly field: F;
  /** Where the field stands in what is sent. */
  readonly path: string;
  readonly value: Value;
  readonly findings: Findings;
  onChange(value: Value): void;
}

/** Of a field that holds others. */
export interface CompoundProps<F extends Field> extends InputProps<F> {
  /** Draws one of them. */
  readonly part: ComponentType<InputProps<Field>>;
}
