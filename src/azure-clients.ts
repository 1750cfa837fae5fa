/** Clients of Azure's services, signed in as the app's own identity; loaded when first needed, because that takes time. */
import type { TableClient } from "@azure/data-tables";
import type { ManagedIdentityCredential } from "@azure/identity";
import type { SecretClient } from "@azure/keyvault-secrets";
import { TimeoutStrategy, timeout } from "cockatiel";

/** Repeating is for the caller, which has to know when it did and how long it took. */
const NO_RETRIES = { maxRetries: 0 };

/** https://learn.microsoft.com/rest/api/storageservices/authorize-with-azure-active-directory */
const STORAGE_SCOPE = "https://storage.azure.com/.default";
/** The host's identity endpoint takes a second or two in a new instance. */
const SIGN_IN_MS = 10_000;

/** `clientId` names a user-assigned identity; without it the system-assigned one is used. */
const identityCredential = async (
  clientId: string | undefined,
): Promise<ManagedIdentityCredential> => {
  const { ManagedIdentityCredential } = await import("./azure-sdk.ts");
  return new ManagedIdentityCredential(clientId ? { clientId } : {});
};

export const createSecretClient = async (
  vaultUrl: string,
  identityClientId: string | undefined,
): Promise<SecretClient> => {
  const { SecretClient } = await import("./azure-sdk.ts");
  const credential = await identityCredential(identityClientId);
  return new SecretClient(vaultUrl, credential, { retryOptions: NO_RETRIES });
};

/** Where the state is: a connection string (development and tests), or an account's table endpoint and the identity. */
export interface TableLocation {
  readonly connectionString: string | undefined;
  readonly endpoint: string | undefined;
  readonly tableName: string;
}

export const createTableClient = async (
  { connectionString, endpoint = "", tableName }: TableLocation,
  identityClientId: string | undefined,
): Promise<TableClient> => {
  const { TableClient } = await import("./azure-sdk.ts");
  const options = { retryOptions: NO_RETRIES };
  if (connectionString) {
    return TableClient.fromConnectionString(connectionString, tableName, {
      ...options,
      allowInsecureConnection: connectionString.includes("http://127.0.0.1:"),
    });
  }
  const credential = await identityCredential(identityClientId);
  // The first token takes longer than an operation may; the credential keeps it, and a failure shows at the operation.
  await timeout(SIGN_IN_MS, TimeoutStrategy.Aggressive)
    .execute(({ signal }) => credential.getToken(STORAGE_SCOPE, { abortSignal: signal }))
    .catch(() => undefined);
  return new TableClient(endpoint, tableName, credential, options);
};
