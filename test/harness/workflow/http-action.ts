/**
 * The built-in HTTP action of Logic Apps, with a managed identity where it asks for one.
 * https://learn.microsoft.com/azure/connectors/connectors-native-http
 */
import type { CallHttp } from "./run.ts";

interface HttpInputs {
  readonly method: string;
  readonly uri: string;
  readonly queries?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly authentication?: { readonly type: string; readonly audience: string };
}

/** `tokenFor` gives the identity's token for an audience. */
export const createHttpAction =
  (tokenFor: (audience: string) => string): CallHttp =>
  async (inputs) => {
    const {
      method,
      uri,
      queries = {},
      headers = {},
      body,
      authentication,
    } = inputs as object as HttpInputs;
    const url = new URL(uri);
    for (const [name, value] of Object.entries(queries)) url.searchParams.set(name, value);
    if (authentication && authentication.type !== "ManagedServiceIdentity") {
      throw new Error(`${authentication.type} is not known here.`);
    }
    const response = await fetch(url, {
      method,
      headers: {
        ...headers,
        ...(authentication && { authorization: `Bearer ${tokenFor(authentication.audience)}` }),
      },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { statusCode: response.status, body: text ? JSON.parse(text) : null };
  };
