/** The one connection of the page: renewed when its token runs out. */
import { useCallback, useRef, useState } from "react";
import { type Answer, type CallRequest, send } from "../calls/answer.ts";
import { type HourlyLimits, withAnswer } from "./hourly-limits.ts";
import { keep } from "./kept-connection.ts";
import { type Connection, renew, type SignInAddresses, SignInError } from "./sign-in.ts";

/** Calls the connector with the page's connection. Rejects when nothing answers. */
export type Call = (request: CallRequest) => Promise<Answer>;

export interface ConnectionState {
  readonly connection: Connection | undefined;
  readonly limits: HourlyLimits;
  readonly call: Call;
  connect(connection: Connection): void;
  signOut(): void;
}

/**
 * With a fresh token, undefined where there can be none any more: then the connector's own answer says what to do.
 * Rejects with what to tell the maker where it failed for the moment only.
 */
const renewed = async (
  addresses: SignInAddresses,
  connection: Connection,
  signal: AbortSignal | undefined,
): Promise<Connection | undefined> => {
  try {
    return await renew(addresses, connection, signal);
  } catch (error) {
    if (!(error instanceof SignInError)) throw error;
    if (error.trouble !== "passing") return undefined;
    throw new Error(
      `The connection’s token has run out, and a new one cannot be had just now: ${error.message} The connection itself is kept.`,
    );
  }
};

export const useConnection = (
  addresses: SignInAddresses,
  initial: Connection | undefined,
): ConnectionState => {
  const [connection, setConnection] = useState(initial);
  const [limits, setLimits] = useState<HourlyLimits>({});
  // A call under way goes on with the newest connection, not with the one of the render it began in.
  const newest = useRef(connection);

  const change = useCallback((next: Connection | undefined) => {
    keep(next);
    newest.current = next;
    setConnection(next);
  }, []);

  const call = useCallback<Call>(
    async (request) => {
      const used = newest.current;
      let answer = await send(request, used?.accessToken);
      if (answer.status === 401 && used?.refreshToken) {
        const next = await renewed(addresses, used, request.signal);
        if (next) {
          change(next);
          answer = await send(request, next.accessToken);
        }
      }
      setLimits((before) => withAnswer(before, answer));
      return answer;
    },
    [addresses, change],
  );

  const connect = useCallback(
    (next: Connection) => {
      setLimits({});
      change(next);
    },
    [change],
  );
  const signOut = useCallback(() => {
    keep(undefined);
    // What was typed and answered goes too: what the tab keeps, and by loading it anew what is in memory.
    sessionStorage.clear();
    location.reload();
  }, []);

  return { connection, limits, call, connect, signOut };
};
