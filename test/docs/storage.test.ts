/** What docs/storage.md tells of the rows is what the code writes: kinds in both directions, fields and sizes as found. */
import { readdir } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTableClient } from "../../src/azure-clients.ts";
import { KINDS } from "../../tools/docs/storage-table.ts";
import { FILES } from "../fixtures/media-files.ts";
import { type Azurite, startAzurite } from "../harness/azurite.ts";
import { type ConnectorUnderTest, startConnector } from "../harness/connector.ts";
import { readRoot } from "../harness/read-root.ts";
import { differences } from "./both-ways.ts";

const HOUR_MS = 60 * 60 * 1000;
const CALLS = 40;

let azurite: Azurite;
let connector: ConnectorUnderTest;
beforeAll(async () => {
  azurite = await startAzurite();
  connector = await startConnector({
    TABLE_CONNECTION_STRING: azurite.connectionString,
    STORE_TIMEOUT_MS: "30000",
  });
}, 60_000);
afterAll(async () => {
  await connector.close();
  await azurite.close();
});

interface Found {
  readonly partition: string;
  readonly text: string;
}

/** A row's text lies in the properties value0, value1 … as UTF-16. */
const rowsInTable = async (): Promise<readonly Found[]> => {
  const location = {
    endpoint: undefined,
    connectionString: azurite.connectionString,
    tableName: "xconnector",
  };
  const found: Found[] = [];
  const client = await createTableClient(location, undefined);
  for await (const entity of client.listEntities<Record<string, unknown>>()) {
    const { partitionKey = "" } = entity;
    const parts = Object.entries(entity).filter(([name]) => /^value\d+$/.test(name));
    const bytes = parts.map(([, part]) => part as Uint8Array);
    found.push({ partition: partitionKey, text: Buffer.concat(bytes).toString("utf16le") });
  }
  return found;
};

const useEverything = async (): Promise<void> => {
  const searchQuery = "contoso";
  const { json: posted } = await connector.call("posttweet", {
    method: "POST",
    query: { tweetText: "What is stored of me?" },
    body: FILES.png,
  });
  await connector.call("deletepost", { method: "DELETE", query: { tweetId: posted.TweetId } });
  await connector.call("publishthread", {
    method: "POST",
    body: JSON.stringify({ parts: [{ text: "What is stored" }, { text: "What is stored next" }] }),
  });
  await connector.call("onnewtweet", { query: { searchQuery } });
  connector.clock.advance(HOUR_MS);
  await connector.call("onnewtweet", { query: { searchQuery } });
  for (let call = 0; call < CALLS; call += 1) {
    await connector.call("user", { query: { userName: "contoso" } });
  }
};

describe("the rows of the table", () => {
  it("are of the kinds that the page tells of, with its fields, and no larger", async () => {
    await useEverything();
    const rows = await rowsInTable();
    const kindsFound = new Set<string>();
    for (const { partition, text } of rows) {
      const kind = KINDS.find((each) => partition.split("-")[0] === each.partition);
      if (!kind) throw new Error(`Nothing tells of ${partition}.`);
      kindsFound.add(kind.partition);
      expect(Buffer.byteLength(text, "utf16le"), partition).toBeLessThan(kind.mostKb * 1024);
      const fields = text.startsWith("{") ? Object.keys(JSON.parse(text)) : [];
      expect(fields.filter((field) => !(field in kind.fields))).toEqual([]);
      // Neither what was posted and searched, nor who by name.
      expect(text).not.toMatch(/What is stored|contoso|northwind/);
    }
    expect(kindsFound).toEqual(
      new Set(["account", "trigger", "post", "gone", "thread", "hour", "spending", "spenders"]),
    );
  });

  it("have a partition that the page tells of, whoever writes them", async () => {
    const paths = (
      await readdir(new URL("../../src/", import.meta.url), { recursive: true })
    ).filter((path) => path.endsWith(".ts"));
    const sources = await Promise.all(paths.map((path) => readRoot(`src/${path}`)));
    const named = sources.flatMap((source) =>
      [...source.matchAll(/(?:_PARTITION = |\bpartition: )["`]([a-z]+)/g)].map(
        ([, name = ""]) => name,
      ),
    );
    // The health check looks for a row that nobody writes.
    const written = [...new Set(named)].filter((name) => name !== "health");
    const told = KINDS.map(({ partition }) => partition);
    expect(differences(told, written)).toEqual([]);
    expect(differences(told, [...written, "planted"])).toHaveLength(1);
    expect(differences([...told, "planted"], written)).toHaveLength(1);
  });
});
