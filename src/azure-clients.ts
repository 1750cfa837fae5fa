/** Clients of Azure's services, signed in as the app's own identity; loaded when first needed, because that takes time. */
import type { TableClient } from "@azure/data-tables";
import type { ManagedIdentityCredential } from "@azure/identity";
import type { SecretClient } from "@azure/keyvault-secrets";

/** `clientId` names a user-assigned identity; without it the system-assigned one is used. */
const identityCredential = async (
  clientId: string | undefined,
): Promise<ManagedIdentityCredential> => {
  const { ManagedIdentityCredential } = await import("@azure/identity");
  return new ManagedIdentityCredential(clientId ? { clientId } : {});
};

export const createSecretClient = async (
  vaultUrl: string,
  identityClientId: string | undefined,
): Promise<SecretClient> => {
  const { SecretClient } = await import("@azure/keyvault-secrets");
  return new SecretClient(vaultUrl, await identityCredential(identityClientId));
};

/** Where the state is: a connection string (development and tests), or an account's table endpoint and the identity. */
export interface TableLocation {
  readonly connectionString: string | undefined;
  readonly endpoint: string | undefined;
  readonly tableName: string;
}

/** Repeating is for the caller, which has to know when it did. */
const NO_RETRIES = { maxRetries: 0 };

export const createTableClient = async (
  { connectionString, endpoint = "", tableName }: TableLocation,
  identityClientId: string | undefined,
): Promise<TableClient> => {
  const { TableClient } = await import("@azure/data-tables");
  const options = { retryOptions: NO_RETRIES };
  if (connectionString) {
    return TableClient.fromConnectionString(connectionString, tableName, {
      ...options,
      allowInsecureConnection: connectionString.includes("http://127.0.0.1:"),
    });
  }
  return new TableClient(endpoint, tableName, await identityCredential(identityClientId), options);
};
