/** Who calls: what a connection token names. */
import { logDigest } from "./log.ts";

export interface ConnectionIdentity {
  readonly connectionId: string;
  /** X's id of the signed-in user, digits only. */
  readonly userId: string;
  /** The signed-in user's handle, without @. */
  readonly userName: string;
  /** The OAuth client id of the maker's own X app. */
  readonly appId: string;
}

/** Logs tell connections apart without naming them. */
export const connectionDigest = ({ connectionId }: Pick<ConnectionIdentity, "connectionId">) =>
  logDigest(connectionId);
