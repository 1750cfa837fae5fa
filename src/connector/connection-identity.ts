/** Who calls: what a connection token names. */
import { createHash } from "node:crypto";

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
  createHash("sha256").update(connectionId).digest("hex").slice(0, 12);
