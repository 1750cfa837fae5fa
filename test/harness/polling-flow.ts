/** A flow with the trigger, as the platform runs it. */
import type { MovableClock } from "../../local/clock.ts";
import { refresh, signIn } from "../../local/platform/sign-in.ts";
import { SANDBOX_APP } from "../../local/sandbox/sandbox.ts";
import { answerOf } from "./answer.ts";
import { startAzurite } from "./azurite.ts";
import { type ConnectorUnderTest, startConnector } from "./connector.ts";

import { startFaultyProxy } from "./faulty-proxy.ts";

const MINUTE_MS = 60_000;

/** A connector whose state outlives it, in a store that can be sent away. */
export const startPolling = async (
  env: Readonly<Record<string, string>> = {},
  clock?: MovableClock,
) => {
  const azurite = await startAzurite();
  const { port } = new URL(/TableEndpoint=([^;]+)/.exec(azurite.connectionString)?.[1] ?? "");
  const store = await startFaultyProxy(Number(port));
  const connector = await startConnector(
    {
      TABLE_CONNECTION_STRING: azurite.connectionString.replace(`:${port}/`, `:${store.port}/`),
      STORE_TIMEOUT_MS: "30000",
      ...env,
    },
    undefined,
    clock,
  );
  const close = async () => {
    await connector.close();
    await store.close();
    await azurite.close();
  };
  return { connector, store, close };
};

let names = 0;
/** A word and a name that nobody else posts, and a connection that renews itself as hours pass. */
export const newWorld = async (connector: ConnectorUnderTest) => {
  names += 1;
  const as = `poller_${names}`;
  const word = `word${names}x`;
  await connector.control("users", { username: as });
  const fresh = () => signIn({ connectorUrl: connector.url, app: SANDBOX_APP, as });
  let connection = await fresh();
  const untilOf = () => connector.clock.now() + connection.expiresIn * 1000;
  let until = untilOf();
  const token = async () => {
    if (connector.clock.now() > until - MINUTE_MS) {
      connection = await refresh(connector.url, SANDBOX_APP, connection.refreshToken);
      until = untilOf();
    }
    return connection.accessToken;
  };
  const posted: string[] = [];
  /** From when on X shows a post, by its id. */
  const indexedAt = new Map<string, number>();
  const note = (id: string, createdAt: number, indexedAfterMs: number) => {
    posted.push(id);
    indexedAt.set(id, createdAt + indexedAfterMs);
  };
  /** Posts that are made so long ago, one after the other, or `spreadMs` apart in all. */
  const post = async (
    count = 1,
    { agoMs = 0, spreadMs = 0, indexedAfterMs = 0 }: PostOptions = {},
  ): Promise<void> => {
    if (count === 0) return;
    const at = connector.clock.now() - agoMs;
    const createdAt = new Date(at).toISOString();
    const text = `${word} @${as}`;
    const wanted = { as: "contoso", text, count, createdAt, spreadMs, indexedAfterMs };
    const { json } = await connector.control("posts", wanted);
    for (const id of json.ids) note(id, at, indexedAfterMs);
  };
  /** The last one is forgotten: the user signs in anew. */
  const signInAnew = async () => {
    connection = await fresh();
    until = untilOf();
  };
  return { as, word, token, posted, indexedAt, post, signInAnew };
};

export interface PostOptions {
  /** When the last one is made, before now. */
  readonly agoMs?: number;
  /** Over how much time before that they are spread. */
  readonly spreadMs?: number;
  readonly indexedAfterMs?: number;
}
export type World = Awaited<ReturnType<typeof newWorld>>;

export type TriggerRoute = "onnewtweet" | "onnewmention";

/** A flow as the platform runs it: follows Location, and runs once for every tweet handed out. */
export const newFlow = (
  connector: ConnectorUnderTest,
  world: World,
  workflowId = "flow",
  route: TriggerRoute = "onnewtweet",
) => {
  const start = (state = "") => {
    const query = new URLSearchParams({
      ...(route === "onnewtweet" && { searchQuery: world.word }),
      ...(state && { triggerState: state }),
    });
    return `/api/${route}?${query}`;
  };
  const handedOut: string[] = [];
  let next = start();
  let last = next;
  const ask = async (path: string) => {
    const response = await fetch(connector.url + path, {
      headers: { authorization: `Bearer ${await world.token()}`, "x-ms-workflow-id": workflowId },
    });
    const answer = await answerOf(response);
    const location = answer.headers.get("location") ?? `${connector.url}${path}`;
    const { pathname, search } = new URL(location);
    return { ...answer, next: pathname + search };
  };
  const idsOf = (answer: { json: { value?: { TweetId: string }[] } }) =>
    (answer.json.value ?? []).map(({ TweetId }) => TweetId);
  return {
    handedOut,
    ask: () => ask(next),
    idsOf,
    async poll() {
      const answer = await ask(next);
      last = next;
      next = answer.next;
      handedOut.push(...idsOf(answer));
      return answer;
    },
    /** The platform asks for the last state once more; what it gets counts as asked for twice. */
    repeat: () => ask(last),
    /** The answer never arrives: the platform stays where it was. */
    loseAnswer: () => ask(next),
    /** The platform brings this state from now on; none for an empty one. */
    bring(state: string) {
      next = start(state);
    },
    state: () => new URLSearchParams(next.split("?")[1]).get("triggerState") ?? "",
  };
};
export type Flow = ReturnType<typeof newFlow>;
