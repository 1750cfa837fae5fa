/** The one connection of the page: renewed when its token runs out. */
import { useCallback, useRef, useState } from "react";
import { type Answer, type CallRequest, send } from "../calls/answer.ts";
import { type HourlyLimits, withAnswer } from "./hourly-limits.ts";
import { keep } from "./kept-connection.ts";
import { type Connection, renew, type SignInAddresses } from "./sign-in.ts";

/** Calls the connector with the page's connection. Rejects when nothing answers. */
export type Call = (request: CallRequest) => Promise<Answer>;

export interface ConnectionState {
  readonly connection: Connection | undefined;
  readonly limits: HourlyLimits;
  readonly call: Call;
  connect(connection: Connection): void;
  signOut(): void;
}

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
        const renewed = await renew(addresses, used).catch(() => undefined);
        if (renewed) {
          change(renewed);
          answer = await send(request, renewed.accessToken);
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
