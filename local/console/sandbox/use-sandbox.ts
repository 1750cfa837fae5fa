/** What the sandbox holds, read whenever it comes into sight and when asked. */
import { useCallback, useEffect, useRef, useState } from "react";
import { type NoAnswerWords, whyNoAnswer } from "../calls/no-answer.ts";
import { readSandbox, type SandboxState } from "./sandbox-client.ts";

const WORDS: NoAnswerWords = {
  gone: "Is npm start still running? Start it again in its terminal, then refresh. The sandbox begins anew with it: sign in again.",
  cancelled: "You stopped waiting. Refresh to ask again.",
};

export const useSandbox = () => {
  const [state, setState] = useState<SandboxState>();
  const [problem, setProblem] = useState<string>();
  const [isAsking, setAsking] = useState(false);
  const stop = useRef(new AbortController());

  /** Does something first, where that is given. */
  const refresh = useCallback(async (change?: (signal: AbortSignal) => Promise<void>) => {
    const controller = new AbortController();
    stop.current = controller;
    const { signal } = controller;
    setAsking(true);
    setProblem(undefined);
    try {
      await change?.(signal);
      setState(await readSandbox(signal));
    } catch (error) {
      setProblem(whyNoAnswer(error, signal, WORDS));
    } finally {
      setAsking(false);
    }
  }, []);
  const cancel = useCallback(() => stop.current.abort(), []);
  useEffect(() => void refresh(), [refresh]);

  return { state, problem, isAsking, refresh, cancel };
};
