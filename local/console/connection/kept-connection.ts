/** The connection is kept in the browser: every tab uses the same, since an X account has room for only two. */
import { type Connection, renew, type SignInAddresses, SignInError } from "./sign-in.ts";

const KEPT = "connection";

const readKept = (): Connection | undefined =>
  JSON.parse(localStorage.getItem(KEPT) ?? "null") ?? undefined;

export const keep = (connection: Connection | undefined): void => {
  if (connection) localStorage.setItem(KEPT, JSON.stringify(connection));
  else localStorage.removeItem(KEPT);
};

/** The kept connection with a fresh token. A connector that was started anew may no longer know it: it is forgotten. */
export const resumeKept = async (addresses: SignInAddresses): Promise<Connection | undefined> => {
  const kept = readKept();
  if (!kept?.refreshToken) return kept;
  try {
    return await renew(addresses, kept);
  } catch (error) {
    if (!(error instanceof SignInError)) throw error;
    keep(undefined);
    return undefined;
  }
};
