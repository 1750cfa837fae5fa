/** The ways to X that are measured against each other, each signed in for itself as X and the connector count calls. */
import { Agent } from "node:http";
import { TwitterApi } from "twitter-api-v2";
import { refresh, signIn } from "../local/platform/sign-in.ts";
import { obtainXToken } from "../local/platform/x-token.ts";
import { SANDBOX_APP } from "../local/sandbox/sandbox.ts";
import { POST_QUERY, USER_FIELDS } from "../src/x/fields.ts";
import type { Child } from "./child.ts";
import type { Call } from "./timing.ts";

/** One operation, as the connector and as X are asked for it. */
export interface Scenario {
  readonly name: string;
  readonly connectorPath: string;
  readonly xPath: string;
  readonly xQuery: Readonly<Record<string, string>>;
}

export const SCENARIOS: readonly Scenario[] = [
  {
    name: "SearchTweet, 100 results",
    connectorPath: "/api/searchtweets?searchQuery=benchmark&maxResults=100",
    xPath: "tweets/search/recent",
    xQuery: { query: "benchmark", ...POST_QUERY, max_results: "100" },
  },
  {
    name: "User",
    connectorPath: "/api/user?userName=contoso",
    xPath: "users/by/username/contoso",
    xQuery: { "user.fields": USER_FIELDS },
  },
];

const HOUR_MS = 61 * 60 * 1000;

const fetching = (url: string, token: string): Call => {
  const init = { headers: { authorization: `Bearer ${token}` } };
  return async () => {
    const answer = await fetch(url, init);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${text.slice(0, 200)}`);
  };
};

/** The library as a script would use it; it has no setting for another address than X's own. */
const usingLibrary = (origin: string, token: string, { xPath, xQuery }: Scenario): Call => {
  const agent = new Agent({ keepAlive: true, scheduling: "lifo" });
  const { v2 } = new TwitterApi(token, {
    plugins: [
      {
        onBeforeRequestConfig({ params }) {
          params.url = params.url.replace("https://api.x.com", origin);
        },
        onBeforeRequest({ requestOptions }) {
          requestOptions.agent = agent;
        },
      },
    ],
  });
  return async () => {
    await v2.get(xPath, xQuery);
  };
};

export const BARE_PROXY = "bare proxy";

export interface Processes {
  readonly sandbox: Child;
  readonly proxy: Child;
  readonly floor: Child;
  readonly connector: Child;
}

/** Each in an account of X's of its own: X counts calls by account. */
const X_USERS = {
  direct: "megan_bowen",
  library: "lee_gu",
  proxy: "fabrikam",
  handingOn: "alex_wilber",
} as const;

/** The call, and the process whose CPU it takes beside the sandbox's and the bench's own. */
export interface Way {
  readonly name: string;
  readonly call: Call;
  readonly child: Child | undefined;
}

/** Signs in and answers with how to make the calls; `anHourLater` makes room for as many again. */
export const signInAll = async ({ sandbox, proxy, floor, connector }: Processes) => {
  const xTokens = async () => ({
    direct: await obtainXToken(sandbox.url, X_USERS.direct),
    library: await obtainXToken(sandbox.url, X_USERS.library),
    proxy: await obtainXToken(sandbox.url, X_USERS.proxy),
    handingOn: await obtainXToken(sandbox.url, X_USERS.handingOn),
  });
  let connection = await signIn({ connectorUrl: connector.url, app: SANDBOX_APP });
  let tokens = await xTokens();

  const answerLength = async (url: string): Promise<number> => {
    const answer = await fetch(url, {
      headers: { authorization: `Bearer ${connection.accessToken}` },
    });
    return (await answer.arrayBuffer()).byteLength;
  };

  /** The bare proxy is what the others are compared with; the connector comes last. */
  const waysOf = async (scenario: Scenario): Promise<readonly Way[]> => {
    const path = `/2/${scenario.xPath}?${new URLSearchParams(scenario.xQuery)}`;
    const asked = connector.url + scenario.connectorPath;
    const empty = `${floor.url}/api/empty?bytes=${await answerLength(asked)}`;
    const handingOn = `${floor.url}/api/handingOn?path=${encodeURIComponent(path)}`;
    return [
      {
        name: "straight to X",
        call: fetching(sandbox.url + path, tokens.direct),
        child: undefined,
      },
      {
        name: "twitter-api-v2",
        call: usingLibrary(sandbox.url, tokens.library, scenario),
        child: undefined,
      },
      { name: BARE_PROXY, call: fetching(proxy.url + path, tokens.proxy), child: proxy },
      { name: "empty function", call: fetching(empty, ""), child: floor },
      { name: "handing on", call: fetching(handingOn, tokens.handingOn), child: floor },
      { name: "connector", call: fetching(asked, connection.accessToken), child: connector },
    ];
  };
  return {
    waysOf,
    anHourLater: async () => {
      await sandbox.advance(HOUR_MS);
      await connector.advance(HOUR_MS);
      connection = await refresh(connector.url, SANDBOX_APP, connection.refreshToken);
      tokens = await xTokens();
    },
  };
};
export type SignedIn = Awaited<ReturnType<typeof signInAll>>;
