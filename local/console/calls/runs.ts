/** The runs of this tab, newest first: what was entered, and what came of it. */
import { type Answer, dollars, xCostOf } from "./answer.ts";
import { answerOf, type KeptAnswer, keptAnswer } from "./kept-answer.ts";
import type { Value, Values } from "./operation-request.ts";

export interface Run {
  readonly id: string;
  readonly operationId: string;
  /** Epoch milliseconds of this machine. */
  readonly at: number;
  readonly values: Values;
  /** A file that was entered is gone with the page that it was chosen on. */
  readonly hasLostFile: boolean;
  readonly answer: Answer;
}

/** As many as a list shows at a glance. */
const KEPT_RUNS = 10;

export const withRun = (runs: readonly Run[], run: Run): readonly Run[] =>
  [run, ...runs].slice(0, KEPT_RUNS);

const holdsFile = (value: Value): boolean => {
  if (value instanceof File) return true;
  return typeof value === "object" && Object.values(value).some(holdsFile);
};

/** Without files, which no storage of the page takes. */
export const withoutFiles = (value: Value): Value => {
  if (value instanceof File) return "";
  if (Array.isArray(value)) return value.map(withoutFiles);
  if (typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, withoutFiles(part)]),
  );
};

interface KeptRun extends Omit<Run, "answer"> {
  readonly answer: KeptAnswer;
}

export const RUNS = {
  initial: [] as readonly Run[],
  write: (runs: readonly Run[]): readonly KeptRun[] =>
    runs.map(({ answer, values, hasLostFile, ...run }) => ({
      ...run,
      values: withoutFiles(values) as Values,
      hasLostFile: hasLostFile || holdsFile(values),
      answer: keptAnswer(answer),
    })),
  read: (kept: unknown): readonly Run[] =>
    (kept as readonly KeptRun[]).map((run) => ({ ...run, answer: answerOf(run.answer) })),
};

/** What the connector says that a run costs at X. */
export const priceOf = ({ answer }: Run): string => dollars(xCostOf(answer));
