/**
 * What host and programming model pass each other: the part that HTTP and timer functions need of
 * https://github.com/Azure/azure-functions-nodejs-library/tree/main/types-core
 */
import type { LogLevel } from "./log.ts";

/** A value on its way between host and programming model; one of its keys is set. */
export interface TypedData {
  readonly json?: string;
  readonly bytes?: Uint8Array;
  readonly http?: HttpData;
}
export type NullableStrings = Record<string, { readonly value: string }>;
export interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly domain?: { readonly value: string };
  readonly path?: { readonly value: string };
  readonly expires?: { readonly value: { readonly seconds: number } };
  readonly secure?: { readonly value: boolean };
  readonly httpOnly?: { readonly value: boolean };
  readonly sameSite?: "none" | "lax" | "strict" | "explicitNone";
  readonly maxAge?: { readonly value: number };
}
/** A request, or an answer, in the shape of the worker's protocol. */
export interface HttpData {
  readonly method?: string;
  readonly url?: string;
  readonly nullableHeaders?: NullableStrings;
  readonly nullableQuery?: NullableStrings;
  readonly nullableParams?: NullableStrings;
  /** Of a request it is gone once the programming model has read it. */
  body?: TypedData;
  /** A request of which the programming model makes no copy: as it hands on bodies that are streamed. */
  nativeRequest?: Request;
  readonly statusCode?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly Cookie[];
}

export interface HttpTriggerBinding {
  readonly type: "httpTrigger";
  readonly route?: string;
  readonly methods: readonly string[];
  readonly authLevel: "anonymous" | "function" | "admin";
}
export interface TimerTriggerBinding {
  readonly type: "timerTrigger";
  readonly schedule: string;
}
/** Triggers, inputs and outputs by name; those of other types than these are passed over. */
export type Binding = HttpTriggerBinding | TimerTriggerBinding;
export interface FunctionMetadata {
  readonly name: string;
  readonly bindings: Readonly<Record<string, Binding>>;
}

/** What the host tells the programming model of one invocation. */
export interface CoreContext {
  readonly invocationId: string;
  readonly metadata: FunctionMetadata;
  readonly request: {
    readonly invocationId: string;
    readonly inputData: readonly { readonly name: string; readonly data: TypedData }[];
  };
  log(level: LogLevel, category: "user" | "system", message: string): void;
}
export type FunctionCallback = (...args: unknown[]) => unknown;
export interface InvocationModel {
  getArguments(): Promise<{ context: unknown; inputs: unknown[] }>;
  invokeFunction(context: unknown, inputs: unknown[], callback: FunctionCallback): Promise<unknown>;
  getResponse(
    context: unknown,
    result: unknown,
  ): Promise<{ readonly returnValue?: TypedData | null }>;
}
export interface ProgrammingModel {
  readonly name: string;
  getInvocationModel(context: CoreContext): InvocationModel;
}

/** One function as the app registered it, with the copy of `@azure/functions` that it used. */
export interface Registration {
  readonly metadata: FunctionMetadata;
  readonly callback: FunctionCallback;
  readonly model: ProgrammingModel;
}
