/** One call of a function, through the programming model of the library that registered it. */
import { randomUUID } from "node:crypto";
import type { HostFunction } from "./functions.ts";
import type { HostLog, LogLevel } from "./log.ts";
import type { TypedData } from "./protocol.ts";

export interface InvocationOptions {
  readonly log: HostLog;
  /** Milliseconds; may be infinite. */
  readonly timeoutMs: number;
}

const within = async <T>(work: Promise<T>, timeoutMs: number): Promise<T> => {
  if (timeoutMs === Number.POSITIVE_INFINITY) return work;
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    const fail = () => reject(new Error(`Timeout value of ${timeoutMs} ms was exceeded`));
    timer = setTimeout(fail, timeoutMs);
  });
  return Promise.race([work, timeout]).finally(() => clearTimeout(timer));
};

const describe = (thrown: unknown): string =>
  thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : "something that is no error";

/** What the function returned. Rejects with what it threw, or when it takes longer than it may; both are logged. */
export const invoke = async (
  invoked: HostFunction,
  data: TypedData,
  { log, timeoutMs }: InvocationOptions,
): Promise<TypedData | null | undefined> => {
  const { name: functionName, input, registration } = invoked;
  const { metadata, callback, model } = registration;
  const invocationId = randomUUID();
  const report = (level: LogLevel, category: "user" | "system", message: string) =>
    log({ level, category, message, functionName, invocationId });

  const run = async () => {
    const invocation = model.getInvocationModel({
      invocationId,
      metadata,
      request: { invocationId, inputData: [{ name: input, data }] },
      log: report,
    });
    const { context, inputs } = await invocation.getArguments();
    // The model has taken it, and the call may take long.
    if (data.http) {
      delete data.http.body;
      delete data.http.nativeRequest;
    }
    const result = await invocation.invokeFunction(context, inputs, callback);
    return (await invocation.getResponse(context, result)).returnValue;
  };

  try {
    return await within(run(), timeoutMs);
  } catch (thrown) {
    report("error", "system", `${functionName} failed: ${describe(thrown)}`);
    throw thrown;
  }
};
