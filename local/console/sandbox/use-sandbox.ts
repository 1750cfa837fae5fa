/** What the sandbox holds, read whenever it comes into sight and when asked. */
import { useCallback, useEffect, useState } from "react";
import { readSandbox, type SandboxState } from "./sandbox-client.ts";

export const useSandbox = () => {
  const [state, setState] = useState<SandboxState>();
  const [problem, setProblem] = useState<string>();

  const refresh = useCallback(async () => {
    try {
      setState(await readSandbox());
      setProblem(undefined);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  }, []);
  useEffect(() => void refresh(), [refresh]);

  return { state, problem, refresh };
};
