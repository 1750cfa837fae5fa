/** What a check of rules finds: a sentence for each rule that is not kept. */
export type Findings = readonly string[];

export const unless = (holds: boolean | undefined, finding: string): Findings =>
  holds ? [] : [finding];
