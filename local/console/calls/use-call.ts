/** One call of a view: under way, what it brought, or why it brought nothing. */
import { useCallback, useRef, useState } from "react";
import type { Call } from "../connection/use-connection.ts";
import type { Operation } from "../definition/operations.ts";
import type { Answer } from "./answer.ts";
import { errorOf } from "./connector-error.ts";
import { whyNoAnswer, wordsOf } from "./no-answer.ts";
import { requestFor, type Values } from "./operation-request.ts";

export interface CallState {
  readonly isRunning: boolean;
  /** The last one, of success or not. */
  readonly answer: Answer | undefined;
  /** Why there is no answer, or what the connector refused. */
  readonly problem: string | undefined;
  /** Resolves when it is over, with whether it succeeded. */
  run(values: Values): Promise<boolean>;
  cancel(): void;
}

export const useCall = (operation: Operation, call: Call): CallState => {
  const [isRunning, setRunning] = useState(false);
  const [answer, setAnswer] = useState<Answer>();
  const [problem, setProblem] = useState<string>();
  const stop = useRef(new AbortController());

  const run = useCallback(
    async (values: Values) => {
      const controller = new AbortController();
      stop.current = controller;
      setRunning(true);
      setProblem(undefined);
      try {
        const request = await requestFor(operation, values);
        const answered = await call({ ...request, signal: controller.signal });
        const error = errorOf(answered);
        setAnswer(answered);
        setProblem(error?.message);
        return error === undefined;
      } catch (error) {
        setProblem(whyNoAnswer(error, controller.signal, wordsOf(operation.method)));
        return false;
      } finally {
        setRunning(false);
      }
    },
    [operation, call],
  );
  const cancel = useCallback(() => stop.current.abort(), []);
  return { isRunning, answer, problem, run, cancel };
};
