/**
 * One secret of a Key Vault whose versions are keys, as the vault tells of it: a version is there, is gone, or the vault
 * cannot be asked. https://learn.microsoft.com/rest/api/keyvault/secrets/get-secret/get-secret
 */
import { randomBytes } from "node:crypto";
import type { SecretClient } from "@azure/keyvault-secrets";
import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  circuitBreaker,
  handleType,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
} from "cockatiel";
import { KEY_BYTES, KeysUnavailableError, type SealingKey } from "./key-ring.ts";

export interface VaultKey extends SealingKey {
  /** Epoch milliseconds, by the vault's clock. */
  readonly createdAt: number;
}

/** Every method ends within five seconds and rejects with KeysUnavailableError when the vault is no help. */
export interface KeyVault {
  /** A version, the newest unless named; undefined when it is not there or may not be read any more. */
  read(version?: string): Promise<VaultKey | undefined>;
  /** Makes a new version, with a new key. */
  make(): Promise<void>;
  /** The names of all versions that are enabled. */
  versions(): Promise<ReadonlySet<string>>;
}

export interface KeyVaultOptions {
  /** The client of the vault; asked for at first use, because the SDK takes time to load. */
  client(): Promise<SecretClient>;
  readonly secretName: string;
}

/** How long a call of the vault may take. */
const TIMEOUT_MS = 5_000;
/** A vault that failed is not asked for as long. */
const LEFT_ALONE_MS = 10_000;

/**
 * What a 403 says of the caller, and so of no version: the identity has no role yet, or the vault's firewall is closed.
 * https://learn.microsoft.com/azure/key-vault/general/rest-error-codes
 */
const CALLER_IS_REFUSED =
  /ForbiddenByRbac|ForbiddenByPolicy|ForbiddenByFirewall|ForbiddenByConnection|AccessDenied/;

const statusOf = (error: unknown): number =>
  error instanceof Error && "statusCode" in error && typeof error.statusCode === "number"
    ? error.statusCode
    : 0;

/** The vault's own name for what is wrong stands in the error's details, or in the text of the answer. */
const tellsOfCaller = (error: unknown): boolean => {
  const { details } = Object(error) as { details?: unknown };
  return CALLER_IS_REFUSED.test(`${JSON.stringify(details)} ${error}`);
};

/** Not there, no possible name, or refused (disabled, expired, not yet valid). */
const isGone = (error: unknown): boolean => {
  const status = statusOf(error);
  return status === 404 || status === 400 || (status === 403 && !tellsOfCaller(error));
};

export const createKeyVault = ({ client, secretName }: KeyVaultOptions): KeyVault => {
  const inTime = timeout(TIMEOUT_MS, TimeoutStrategy.Aggressive);
  const breaker = circuitBreaker(handleType(KeysUnavailableError), {
    halfOpenAfter: LEFT_ALONE_MS,
    breaker: new ConsecutiveBreaker(1),
  });

  const unavailable = (cause: unknown): KeysUnavailableError => {
    const status = statusOf(cause);
    const reason =
      cause instanceof TaskCancelledError
        ? `it did not answer within ${TIMEOUT_MS} ms`
        : cause instanceof Error && cause.message;
    return new KeysUnavailableError(
      `Key Vault is no help (${status || "no answer"}): ${reason || "no reason given"}`,
      { cause },
    );
  };

  /** `call`, or undefined where the vault says that what was asked for is gone. */
  const ask = async <T>(
    call: (vault: SecretClient, abortSignal: AbortSignal) => Promise<T>,
  ): Promise<T | undefined> => {
    const attempt = async () => {
      try {
        return await inTime.execute(async ({ signal }) => call(await client(), signal));
      } catch (error) {
        if (isGone(error)) return undefined;
        throw error instanceof KeysUnavailableError ? error : unavailable(error);
      }
    };
    try {
      return await breaker.execute(attempt);
    } catch (error) {
      if (!(error instanceof BrokenCircuitError)) throw error;
      const { error: cause } = Object(breaker.lastFailure) as { error?: Error };
      throw new KeysUnavailableError(`Left alone for a while: ${cause?.message}`, { cause });
    }
  };

  return {
    async read(version) {
      const secret = await ask((vault, abortSignal) =>
        vault.getSecret(secretName, { abortSignal, ...(version && { version }) }),
      );
      if (!secret) return undefined;
      const { value = "", properties } = secret;
      const bytes = Buffer.from(value, "base64url");
      if (properties.version && bytes.length === KEY_BYTES) {
        const createdAt = properties.createdOn?.getTime() ?? 0;
        return { version: properties.version, bytes, createdAt };
      }
      if (version) return undefined;
      throw new KeysUnavailableError(
        `The newest version of the Key Vault secret ${secretName} holds no key of ${KEY_BYTES} bytes. Make another one, as the runbook says.`,
      );
    },

    async make() {
      const value = randomBytes(KEY_BYTES).toString("base64url");
      const made = await ask((vault, abortSignal) =>
        vault.setSecret(secretName, value, {
          contentType: "application/octet-stream; key=A256GCM",
          abortSignal,
        }),
      );
      if (made) return;
      throw new KeysUnavailableError(`Key Vault lets nobody make a version of ${secretName}.`);
    },

    async versions() {
      const names = await ask(async (vault, abortSignal) => {
        const found = new Set<string>();
        const pages = vault.listPropertiesOfSecretVersions(secretName, { abortSignal });
        for await (const { version, enabled } of pages) {
          if (version && enabled !== false) found.add(version);
        }
        return found;
      });
      return names ?? new Set();
    },
  };
};
