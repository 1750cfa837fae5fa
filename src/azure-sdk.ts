/** Azure's own libraries, a file apart in what is deployed: the app is loaded without them. */
export { TableClient } from "@azure/data-tables";
export { ManagedIdentityCredential } from "@azure/identity";
export { SecretClient } from "@azure/keyvault-secrets";
