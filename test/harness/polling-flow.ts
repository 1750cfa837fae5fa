/** A flow with the trigger, as the platform runs it. */
import { refresh, signIn } from "../../local/platform/sign-in.ts";
import { SANDBOX_APP } from "../../local/sandbox/sandbox.ts";
import { startAzurite } from "./azurite.ts";
import { type ConnectorUnderTest, startConnector } from "./connector.ts";

const MINUTE_MS = 60_000;

/** A connector whose state outlives it, and whose polls read as much as one may. */
export const startPolling = async () => {
  const azurite = await startAzurite();
  const connector = await startConnector({
    TRIGGER_MAX_NEW_MATCHES: "200",
    TABLE_CONNECTION_STRING: azurite.connectionString,
    STORE_TIMEOUT_MS: "30000",
  });
  const close = async () => {
    await connector.close();
    await azurite.close();
  };
  return { connector, close };
};

let names = 0;
/** A word that nobody else posts, and a connection that renews itself as hours pass. */
export const newWorld = async (connector: ConnectorUnderTest) => {
  names += 1;
  const as = `poller_${names}`;
  const word = `word${names}x`;
  await connector.control("users", { username: as });
  let connection = await signIn({ connectorUrl: connector.url, app: SANDBOX_APP, as });
  let until = connector.clock.now() + connection.expiresIn * 1000;
  const token = async () => {
    if (connector.clock.now() > until - MINUTE_MS) {
      connection = await refresh(connector.url, SANDBOX_APP, connection.refreshToken);
      until = connector.clock.now() + connection.expiresIn * 1000;
    }
    return connection.accessToken;
  };
  const posted: string[] = [];
  const post = async (count = 1, more: object = {}) => {
    for (let index = 0; index < count; index += 1) {
      const text = `${word} ${posted.length + 1}`;
      const { json } = await connector.control("posts", { as: "contoso", text, ...more });
      posted.push(json.id);
    }
  };
  return { word, token, posted, post };
};
export type World = Awaited<ReturnType<typeof newWorld>>;

/** A flow as the platform runs it: follows Location, and runs once for every tweet handed out. */
export const newFlow = (connector: ConnectorUnderTest, world: World, workflowId = "flow") => {
  const handedOut: string[] = [];
  let next = `/api/onnewtweet?searchQuery=${world.word}`;
  let last = next;
  const ask = async (path: string) => {
    const response = await fetch(connector.url + path, {
      headers: { authorization: `Bearer ${await world.token()}`, "x-ms-workflow-id": workflowId },
    });
    const text = await response.text();
    const { pathname, search } = new URL(
      response.headers.get("location") ?? `${connector.url}${path}`,
    );
    return {
      status: response.status,
      json: JSON.parse(text),
      headers: response.headers,
      next: pathname + search,
    };
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
  };
};
export type Flow = ReturnType<typeof newFlow>;
