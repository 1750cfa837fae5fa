/** The connection is kept in the browser: every tab uses the same, since an X account has room for only two. */
import { type Connection, renew, type SignInAddresses, SignInError } from "./sign-in.ts";

const KEPT = "connection";

const readKept = (): Connection | undefined =>
  JSON.parse(localStorage.getItem(KEPT) ?? "null") ?? undefined;

export const keep = (connection: Connection | undefined): void => {
  if (connection) localStorage.setItem(KEPT, JSON.stringify(connection));
  else localStorage.removeItem(KEPT);
};

/** The page is not held up for longer: a call renews the connection as well. */
const RESUME_MS = 5_000;

const isOver = (error: unknown): boolean =>
  error instanceof SignInError && error.trouble !== "passing";

/** The kept connection, with a fresh token where one can be had now. A connector that was started anew may no longer know it: it is forgotten. */
export const resumeKept = async (addresses: SignInAddresses): Promise<Connection | undefined> => {
  const kept = readKept();
  if (!kept?.refreshToken) return kept;
  try {
    return await renew(addresses, kept, AbortSignal.timeout(RESUME_MS));
  } catch (error) {
    if (!isOver(error)) return kept;
    keep(undefined);
    return undefined;
  }
};
