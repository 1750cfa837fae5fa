/** One operation's runs: whether one is under way, and what the last one brought. */
import { useState } from "react";
import type { Answer } from "../calls/answer.ts";
import { requestFor, type Values } from "../calls/operation-request.ts";
import type { Call } from "../connection/use-connection.ts";
import type { Operation } from "../definition/operations.ts";

export interface Run {
  readonly isRunning: boolean;
  readonly answer?: Answer;
  /** Why there is no answer at all. */
  readonly problem?: string;
}

export const useRun = (operation: Operation, call: Call) => {
  const [run, setRun] = useState<Run>({ isRunning: false });
  const start = async (values: Values) => {
    setRun({ isRunning: true });
    try {
      setRun({ isRunning: false, answer: await call(requestFor(operation, values)) });
    } catch {
      setRun({
        isRunning: false,
        problem: "The connector did not answer. Is the local start still running?",
      });
    }
  };
  return { run, start };
};
