/** The headers that answers have are those that the reference tells of, in both directions. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SANDBOX_APP } from "../../local/sandbox/sandbox.ts";
import { type ConnectorUnderTest, startConnector } from "../harness/connector.ts";
import { readRoot } from "../harness/read-root.ts";
import { differences, firstColumn } from "./both-ways.ts";

/** What HTTP itself and the host bring. */
const TRANSPORT = ["connection", "content-length", "date", "keep-alive", "transfer-encoding"];
const REDIRECT_URL = "https://global.consent.azure-apim.net/redirect";

let connector: ConnectorUnderTest;
beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.close());

/** An answer of each kind: good, capped, rewritten, refused, a poll, and the pages and redirects of a sign-in. */
const ADDRESSES = [
  "user?userName=contoso",
  "followers?userName=contoso&maxResults=2000",
  "searchtweets?searchQuery=from:@contoso",
  "user?userName=a/b",
  "onnewtweet?searchQuery=contoso",
  "connect",
  "health",
  "oauth2/callback",
  `oauth2/authorize?response_type=code&state=s&client_id=${SANDBOX_APP.clientId}&redirect_uri=${REDIRECT_URL}`,
];

const headersOf = async (address: string): Promise<readonly string[]> => {
  const { headers } = await fetch(`${connector.url}/api/${address}`, {
    headers: { authorization: `Bearer ${connector.token}` },
    redirect: "manual",
  });
  return [...headers.keys()].filter((name) => !TRANSPORT.includes(name));
};

const answered = async () => [...new Set((await Promise.all(ADDRESSES.map(headersOf))).flat())];

const told = async () => {
  const page = await readRoot("docs/reference.md");
  const [, section = ""] = /## Response headers\n([\s\S]*?)\n## /.exec(page) ?? [];
  return firstColumn(section).map((name) => name.toLowerCase());
};

describe("the headers of answers", () => {
  it("are told of and are there", async () => {
    const names = await answered();
    expect(names.length).toBeGreaterThan(10);
    expect(differences(await told(), names)).toEqual([]);
  });

  it("would be found when one was added or told of alone", async () => {
    const [names, page] = [await answered(), await told()];
    expect(differences(page, [...names, "x-new"])).toEqual(["x-new is there, and not told of"]);
    expect(differences([...page, "x-old"], names)).toEqual(["x-old is told of, and is not there"]);
  });
});
