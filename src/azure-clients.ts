/** Clients of Azure's services, signed in as the app's own identity; loaded when first needed, because that takes time. */
import type { SecretClient } from "@azure/keyvault-secrets";

/** `identityClientId` names a user-assigned identity; without it the system-assigned one is used. */
export const createSecretClient = async (
  vaultUrl: string,
  identityClientId: string | undefined,
): Promise<SecretClient> => {
  const [{ ManagedIdentityCredential }, { SecretClient }] = await Promise.all([
    import("@azure/identity"),
    import("@azure/keyvault-secrets"),
  ]);
  const credential = new ManagedIdentityCredential(
    identityClientId ? { clientId: identityClientId } : {},
  );
  return new SecretClient(vaultUrl, credential);
};
