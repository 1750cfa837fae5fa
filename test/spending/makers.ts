/** Who calls in a proof: the place where the connector and the sandbox run, and makers who are signed in to it. */
import { setTimeout as sleep } from "node:timers/promises";
import { refresh, signIn } from "../../local/platform/sign-in.ts";
import type { Answer } from "../harness/answer.ts";
import type { CallOptions } from "../harness/connector.ts";

const MINUTE_MS = 60_000;
const TRIES = 5;

/** A connector in one process or several, and the sandbox behind it. */
export interface Place {
  readonly processes: number;
  urlOf(process: number): string;
  call(process: number, route: string, options: CallOptions): Promise<Answer>;
  /** The sandbox's control endpoint. */
  control(path: string, body?: unknown, method?: string): Promise<Answer>;
  now(): number;
  advance(ms: number): Promise<void>;
}

export interface XApp {
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface Maker {
  readonly app: XApp;
  readonly name: string;
  /** Of a connection that renews itself as hours pass. */
  token(): Promise<string>;
}

export const createMaker = async (place: Place, app: XApp, name: string): Promise<Maker> => {
  let connection = await signIn({ connectorUrl: place.urlOf(0), app, as: name });
  const untilOf = () => place.now() + connection.expiresIn * 1000;
  let until = untilOf();
  return {
    app,
    name,
    async token() {
      if (place.now() > until - MINUTE_MS) {
        connection = await refresh(place.urlOf(0), app, connection.refreshToken);
        until = untilOf();
      }
      return connection.accessToken;
    },
  };
};

interface Line {
  readonly clientId: string;
  readonly day: string;
  readonly microDollars: number;
}

/** What the sandbox has billed to an app, in all or on a UTC day, in micro-dollars. */
export const billOf = async (place: Place, app: XApp, day?: string): Promise<number> => {
  const lines: readonly Line[] = (await place.control("bill")).json.lines;
  return lines
    .filter((line) => line.clientId === app.clientId && (day === undefined || line.day === day))
    .reduce((sum, { microDollars }) => sum + microDollars, 0);
};

interface Booked {
  readonly Day: string;
  readonly Spent: number;
}

/** As the platform does it: a store that is left alone for a while is asked again when it may be. */
export const spendingOf = async (place: Place, process: number, token: string): Promise<Answer> => {
  for (let tried = 1; ; tried += 1) {
    const answer = await place.call(process, "getspending", { token });
    if (answer.status !== 503 || tried === TRIES) return answer;
    await sleep(Number(answer.headers.get("retry-after")) * 1000);
  }
};

/** The same as the ledger has it: every process tells, and has written by then what it had to book. */
export const ledgerOf = async (place: Place, maker: Maker, day?: string): Promise<number> => {
  const token = await maker.token();
  let booked: readonly Booked[] = [];
  for (let process = 0; process < place.processes; process += 1) {
    const { status, json } = await spendingOf(place, process, token);
    if (status !== 200) throw new Error(`What was spent is not told: ${status}.`);
    booked = json.ByDay;
  }
  return booked
    .filter(({ Day }) => day === undefined || Day === day)
    .reduce((sum, { Spent }) => sum + Math.round(Spent * 1_000_000), 0);
};
