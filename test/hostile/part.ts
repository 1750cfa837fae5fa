/** One process of `npm run hostile`: plays every case that is its own, from the one it is told on, and reports each. */
import { type Finding, hostileCases, nameOf, play, startHostileWorld } from "./run.ts";

/** `part` of so many `parts`; the cases before `from` were played by a process that is no more. */
export interface Orders {
  readonly part: number;
  readonly parts: number;
  readonly from: number;
}

/** What a part tells: how many cases there are in all, then of each one when it begins and what came of it. */
export type Report =
  | { readonly kind: "cases"; readonly count: number }
  | { readonly kind: "began"; readonly index: number; readonly name: string }
  | { readonly kind: "played"; readonly findings: readonly Finding[]; readonly ms: number };

const report = (told: Report): void => {
  process.send?.(told);
};

process.once("message", async ({ part, parts, from }: Orders) => {
  process.env.APP_UNDER_TEST = "built";
  const world = await startHostileWorld();
  const cases = await hostileCases(world);
  report({ kind: "cases", count: cases.length });
  for (const [index, each] of cases.entries()) {
    if (index < from || index % parts !== part) continue;
    report({ kind: "began", index, name: nameOf(each) });
    const startedAt = performance.now();
    const findings = await play(world, each);
    // What was only slow may have been the machine's fault, and then it is not so twice.
    const isLate = findings.some(({ kind }) => kind === "past the time-out");
    const ms = performance.now() - startedAt;
    report({ kind: "played", findings: isLate ? await play(world, each) : findings, ms });
  }
  await world.close();
  process.disconnect?.();
});
