/** The forms and runs of all actions: which one is under way, and what each brought. Nothing typed is lost. */
import { useCallback, useRef, useState } from "react";
import { whyNoAnswer, wordsOf } from "../calls/no-answer.ts";
import { initialValues, requestFor, type Values } from "../calls/operation-request.ts";
import { RUNS, type Run, withoutFiles, withRun } from "../calls/runs.ts";
import type { Call } from "../connection/use-connection.ts";
import type { Operation } from "../definition/operations.ts";
import { useKept } from "../page/use-kept.ts";

type ById<T> = Readonly<Record<string, T>>;

const FORMS = {
  initial: {} as ById<Values>,
  write: (forms: ById<Values>) => withoutFiles(forms),
  read: (kept: unknown) => kept as ById<Values>,
};
const SHOWN = {
  initial: {} as ById<string>,
  write: (shown: ById<string>) => shown,
  read: (kept: unknown) => kept as ById<string>,
};

export interface Runs {
  readonly runs: readonly Run[];
  /** The operation that is running. */
  readonly running: string | undefined;
  /** Why the last run of an operation brought no answer at all. */
  readonly problems: ById<string | undefined>;
  valuesOf(operation: Operation): Values;
  enter(operation: Operation, values: Values): void;
  /** The run that is shown below the form. */
  shownOf(operation: Operation): Run | undefined;
  start(operation: Operation, values: Values): void;
  cancel(): void;
  /** Shows a run again, with what was entered for it. */
  reopen(run: Run): void;
}

export const useRuns = (call: Call): Runs => {
  const [forms, changeForms] = useKept("forms", FORMS);
  const [runs, changeRuns] = useKept("runs", RUNS);
  const [shown, changeShown] = useKept("shown", SHOWN);
  const [running, setRunning] = useState<string>();
  const [problems, setProblems] = useState<ById<string | undefined>>({});
  const stop = useRef<AbortController>(undefined);

  const enter = useCallback(
    ({ id }: Operation, values: Values) => changeForms((before) => ({ ...before, [id]: values })),
    [changeForms],
  );

  const start = async (operation: Operation, values: Values) => {
    const { id } = operation;
    const controller = new AbortController();
    stop.current = controller;
    setRunning(id);
    setProblems((before) => ({ ...before, [id]: undefined }));
    try {
      const request = await requestFor(operation, values);
      const answer = await call({ ...request, signal: controller.signal });
      const run: Run = {
        id: crypto.randomUUID(),
        operationId: id,
        at: Date.now(),
        values,
        hasLostFile: false,
        answer,
      };
      changeRuns((before) => withRun(before, run));
      changeShown((before) => ({ ...before, [id]: run.id }));
    } catch (error) {
      const problem = whyNoAnswer(error, controller.signal, wordsOf(operation.method));
      setProblems((before) => ({ ...before, [id]: problem }));
    } finally {
      setRunning(undefined);
    }
  };

  return {
    runs,
    running,
    problems,
    valuesOf: (operation) => forms[operation.id] ?? initialValues(operation),
    enter,
    shownOf: ({ id }) => runs.find((run) => run.id === shown[id]),
    start,
    cancel: () => stop.current?.abort(),
    reopen: ({ id, operationId, values }) => {
      changeForms((before) => ({ ...before, [operationId]: values }));
      changeShown((before) => ({ ...before, [operationId]: id }));
      setProblems((before) => ({ ...before, [operationId]: undefined }));
    },
  };
};
