/** What the page needs before it can show anything, fetched from its own server. */
import {
  type ApiProperties,
  type AppFields,
  addressesOf,
  appFieldsOf,
} from "../connection/api-properties.ts";
import { keep, resumeKept } from "../connection/kept-connection.ts";
import {
  type Connection,
  completeSignIn,
  type SignInAddresses,
  SignInError,
  type XApp,
} from "../connection/sign-in.ts";
import { type Operation, type OperationKinds, operationsOf } from "../definition/operations.ts";
import type { Swagger } from "../definition/swagger.ts";

/** What only this machine knows, told by the console's server. */
interface LocalSettings extends OperationKinds {
  /** The sandbox's X app, to sign in with at once. */
  readonly app?: XApp;
  readonly hasSandbox: boolean;
  /** The page of the sandbox's bill. */
  readonly billUrl?: string;
}

export interface Console extends LocalSettings {
  readonly definition: Swagger;
  readonly operations: readonly Operation[];
  readonly appFields: AppFields;
  readonly addresses: SignInAddresses;
  /** The connection that the browser just came back from X with, or an earlier one. */
  readonly connection?: Connection;
  /** Why the browser came back from X without one. */
  readonly signInProblem?: SignInError;
}

const fetchJson = async <T>(url: string): Promise<T> => {
  const response = await fetch(url, { cache: "no-store" });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
};

const connect = async (
  addresses: SignInAddresses,
): Promise<Pick<Console, "connection" | "signInProblem">> => {
  try {
    const arrived = await completeSignIn(addresses);
    if (arrived) keep(arrived);
    const connection = arrived ?? (await resumeKept(addresses));
    return connection ? { connection } : {};
  } catch (error) {
    if (error instanceof SignInError) return { signInProblem: error };
    throw error;
  }
};

/** Rejects when the page's server does not answer. */
export const loadConsole = async (): Promise<Console> => {
  const [definition, properties, settings] = await Promise.all([
    fetchJson<Swagger>("/apiDefinition.swagger.json"),
    fetchJson<ApiProperties>("/apiProperties.json"),
    fetchJson<LocalSettings>("/console.json"),
  ]);
  const addresses = addressesOf(properties);
  return {
    ...settings,
    ...(await connect(addresses)),
    definition,
    operations: operationsOf(definition, settings),
    appFields: appFieldsOf(properties),
    addresses,
  };
};
