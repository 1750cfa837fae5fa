/**
 * One operation on Table Storage, tried a few times, each for a short time. The SDK's own retries are off, because it
 * does not tell that it repeated a write, and a repeat of a write that had come through looks like a lost race.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { TableClient } from "@azure/data-tables";
import { TaskCancelledError, TimeoutStrategy, timeout } from "cockatiel";
import { StoreUnavailableError } from "./store.ts";

/** What the service says of a race that was lost, or of a row that is not there. */
export interface Refusal {
  readonly refused: number;
  /** An attempt before this one may have been carried out, though no answer came. */
  readonly isInDoubt: boolean;
}

export type Outcome<T> = { readonly done: T } | Refusal;

/** One call of the table, within the time that it has. */
export type TableCall<T> = (
  table: TableClient,
  options: { abortSignal: AbortSignal },
) => Promise<T>;

/** Rejects with StoreUnavailableError, or with what is a bug. */
export type Attempt = <T>(call: TableCall<T>) => Promise<Outcome<T>>;

export interface AttemptOptions {
  client(): Promise<TableClient>;
  /** For each try, in milliseconds. */
  readonly timeoutMs: number;
  /** For all tries together, signing in and making the table included. */
  readonly budgetMs: number;
}

const TRIES = 3;
/** Before the next try, up to this long, and twice as long before the one after. */
const PAUSE_MS = 100;

/** Not there, already there, changed in the meantime: https://learn.microsoft.com/rest/api/storageservices/table-service-error-codes */
const REFUSALS = [404, 409, 412];
const isRefusal = (status: number, code: string | undefined): boolean =>
  REFUSALS.includes(status) && code !== "TableBeingDeleted";

/** What the SDKs throw when the service, or the identity that opens it, cannot be reached; anything else is a bug. */
const SERVICE_ERRORS = [
  "RestError",
  "AbortError",
  "AuthenticationError",
  "CredentialUnavailableError",
  "TimeoutError",
];

const isServiceError = (error: unknown): error is Error =>
  error instanceof Error && SERVICE_ERRORS.includes(error.name);

/** 0 when there was no answer. */
const statusOf = (error: Error): number =>
  "statusCode" in error && typeof error.statusCode === "number" ? error.statusCode : 0;

/** The service's name for what is wrong; the rest of its message is for no log. */
const codeOf = (error: Error): string | undefined => /"code":"(\w+)"/.exec(error.message)?.[1];

const isPassing = (status: number): boolean =>
  status === 0 || status === 408 || status === 429 || status >= 500;

const unavailable = (error: Error): StoreUnavailableError => {
  const status = statusOf(error);
  const reason = status === 0 ? `no answer: ${error.name}` : `${status} ${codeOf(error) ?? ""}`;
  return new StoreUnavailableError(`Azure Table Storage failed (${reason.trim()}).`, {
    cause: error,
  });
};

export const createAttempt = ({ client, timeoutMs, budgetMs }: AttemptOptions): Attempt => {
  const optionsWithin = (budget: AbortSignal) => ({
    abortSignal: AbortSignal.any([budget, AbortSignal.timeout(timeoutMs)]),
  });

  const createTable = async (table: TableClient, budget: AbortSignal): Promise<void> => {
    try {
      await table.createTable(optionsWithin(budget));
    } catch (error) {
      throw isServiceError(error) ? unavailable(error) : error;
    }
  };

  const tryUntil = async <T>(budget: AbortSignal, call: TableCall<T>): Promise<Outcome<T>> => {
    const table = await client();
    let isInDoubt = false;
    for (let tried = 1; ; tried += 1) {
      try {
        return { done: await call(table, optionsWithin(budget)) };
      } catch (error) {
        if (!isServiceError(error)) throw error;
        const [status, code] = [statusOf(error), codeOf(error)];
        if (tried < TRIES && code === "TableNotFound") {
          await createTable(table, budget);
          continue;
        }
        if (isRefusal(status, code)) return { refused: status, isInDoubt };
        if (tried === TRIES || budget.aborted || !isPassing(status)) throw unavailable(error);
        isInDoubt = true;
        await sleep(Math.random() * PAUSE_MS * 2 ** tried);
      }
    }
  };

  const within = timeout(budgetMs, TimeoutStrategy.Aggressive);
  return async (call) => {
    try {
      return await within.execute(({ signal }) => tryUntil(signal, call));
    } catch (error) {
      throw error instanceof TaskCancelledError ? unavailable(error) : error;
    }
  };
};

/** For reads of many rows, which the service has no reason to refuse. */
export const query = async <T>(attempt: Attempt, call: TableCall<T>): Promise<T> => {
  const outcome = await attempt(call);
  if ("done" in outcome) return outcome.done;
  throw new StoreUnavailableError(`Azure Table Storage refused a query (${outcome.refused}).`);
};

/** An entity's keys as the table has them. */
export interface EntityName {
  readonly partitionKey: string;
  readonly rowKey: string;
  readonly etag: string;
}

/** True when the entity was there unchanged and is now gone. */
export const remove = async (
  attempt: Attempt,
  { partitionKey, rowKey, etag }: EntityName,
): Promise<boolean> => {
  const outcome = await attempt((table, options) =>
    table.deleteEntity(partitionKey, rowKey, { etag, ...options }),
  );
  // Gone after a deletion whose answer was lost: it was that one.
  return "done" in outcome || (outcome.refused === 404 && outcome.isInDoubt);
};
