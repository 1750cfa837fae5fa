import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { contractOperations } from "../../src/operations/index.ts";
import type { Schema } from "../../tools/connector-rules.ts";
import { FILES } from "../fixtures/media-files.ts";
import { type ConnectorUnderTest, startConnector } from "../harness/connector.ts";
import { CONNECTOR, callOf, callsIn, itemOf, missingOn, schemaAt } from "../harness/power-fx.ts";
import { definition } from "../harness/workflow/examples.ts";

interface Control {
  readonly Properties?: Readonly<Record<string, string>>;
  readonly Children?: readonly Readonly<Record<string, Control>>[];
}
const source = await readFile(
  new URL("../../examples/canvas-app/x-desk.pa.yaml", import.meta.url),
  "utf8",
);
const app = parse(source) as { App: Control; Screens: Readonly<Record<string, Control>> };
const roots: readonly Control[] = [app.App, ...Object.values(app.Screens)];

const nested = (control: Control): Control[] => [
  control,
  ...(control.Children ?? []).flatMap((child) => Object.values(child).flatMap(nested)),
];
const formulas = roots
  .flatMap(nested)
  .flatMap(({ Properties = {} }) => Object.values(Properties).map(String));
const calls = formulas.flatMap(callsIn);
const schemaOfCall = (formula: string): Schema | undefined => {
  const [call] = callsIn(formula);
  return call && itemOf(callOf(call, definition).found, definition);
};

/** What each variable and collection holds, from where it is set. */
const variables = new Map(
  formulas.flatMap((formula) =>
    [...formula.matchAll(/(?:Set|ClearCollect)\(\s*(\w+),\s*('X [\s\S]*)/g)].map(
      ([, name = "", value = ""]) => [name, schemaOfCall(value) ?? {}] as const,
    ),
  ),
);

/** Every path that is read of an answer, with the schema it is read of. */
const readPaths = (control: Control, item: Schema | undefined): [string, Schema][] => {
  const own = Object.entries(control.Properties ?? {});
  const items = own.find(([name]) => name === "Items")?.[1];
  const inner = items ? (variables.get(items.slice(1)) ?? schemaOfCall(items)) : item;
  const paths = own.flatMap(([, formula]) =>
    [...String(formula).matchAll(/(?:First\()?\b(ThisItem|\w+)((?:\.\w+)*)\)?((?:\.\w+)+)/g)]
      .filter(([, name = ""]) => name === "ThisItem" || variables.has(name))
      .map(([, name = "", middle = "", end = ""]): [string, Schema] => [
        (middle + end).slice(1),
        (name === "ThisItem" ? item : variables.get(name)) ?? {},
      ]),
  );
  const children = (control.Children ?? []).flatMap((child) => Object.values(child));
  return [...paths, ...children.flatMap((child) => readPaths(child, inner))];
};

describe("the canvas app", () => {
  it("is formulas throughout", () => {
    for (const formula of formulas) expect(formula).toMatch(/^=/);
    expect(source.match(/'X \(self-hosted\)'\./g)).toHaveLength(calls.length);
    expect(source).toContain(CONNECTOR);
  });

  it("calls every action of the contract, with the parameters that it has", () => {
    for (const call of calls) expect(() => callOf(call, definition)).not.toThrow();
    const actions = contractOperations
      .filter(({ trigger }) => !trigger)
      .map(({ operationId }) => operationId);
    expect(new Set(calls.map(({ name }) => name))).toEqual(new Set(actions));
  });

  it("reads what answers have", () => {
    const paths = roots.flatMap((root) => readPaths(root, undefined));
    expect(paths.length).toBeGreaterThan(15);
    for (const [path, schema] of paths) {
      expect(missingOn(path.split("."), schema, definition), path).toEqual([]);
    }
  });

  it("reads no id that is a number, for an app's numbers keep 15 digits", () => {
    const isLossy = ([path, schema]: [string, Schema]) =>
      schemaAt(path.split("."), schema, definition).format === "int64";
    const paths = roots.flatMap((root) => readPaths(root, undefined));
    expect(paths.filter(isLossy)).toEqual([]);
    const author = schemaOfCall(`${CONNECTOR}.User("x")`) ?? {};
    expect(isLossy(["Id", author])).toBe(true);
  });

  it("binds the picture as file, as Power Apps names a binary body", () => {
    const [post] = calls.filter(({ name }) => name === "Tweet");
    expect(post?.optional).toEqual({ tweetText: "TweetText.Text", file: "Photo.Media" });
    const [byDefinition] = callsIn(`${CONNECTOR}.Tweet({body: Photo.Media})`);
    expect(() => byDefinition && callOf(byDefinition, definition)).toThrow("parameter body");
  });

  it("shows the connector's words for an error, wherever the app catches one", () => {
    const catching = formulas.filter((formula) => formula.includes("NotificationType.Error"));
    expect(catching.length).toBeGreaterThan(0);
    for (const formula of catching) {
      expect(formula).toContain("ParseJSON(problem.Details.HttpResponse).message");
    }
  });

  it("would be found wrong with a mistake in it", () => {
    const [call] = callsIn(`${CONNECTOR}.SearchTweet({searchQuery: "x"})`);
    expect(() => call && callOf(call, definition)).toThrow("1 parameters");
    const [other] = callsIn(`${CONNECTOR}.User("x", {maxResults: 5})`);
    expect(() => other && callOf(other, definition)).toThrow("maxResults");
    expect(
      missingOn(["FullNam"], schemaOfCall(`${CONNECTOR}.User("x")`) ?? {}, definition),
    ).toEqual(["FullNam"]);
  });
});

describe("against the local host", () => {
  let connector: ConnectorUnderTest;
  let tweetId = "";
  beforeAll(async () => {
    connector = await startConnector();
    const query = { searchQuery: "contoso", maxResults: "1" };
    tweetId = (await connector.call("searchtweets", { query })).json[0].TweetId;
  }, 60_000);
  afterAll(() => connector.close());

  /** What a person has typed and tapped. */
  const typedFor = (formula: string): string => {
    const values: Record<string, string> = {
      "SearchText.Text": "contoso",
      "TweetText.Text": "Posted from the app",
      gblHandle: "contoso",
      "ThisItem.TweetId": tweetId,
      "First(colTweets).TweetId": tweetId,
    };
    const value = values[formula] ?? (/^\d+$|^true$/.test(formula) ? formula : undefined);
    if (value === undefined) throw new Error(`What is ${formula}?`);
    return value;
  };

  it.each(calls.map((call) => [call.name, call] as const))("%s answers", async (_name, call) => {
    const { found, given } = callOf(call, definition);
    const { file, ...query } = given;
    const answer = await connector.call(found.path.slice(1), {
      method: found.method.toUpperCase(),
      query: Object.fromEntries(
        Object.entries(query).map(([name, formula]) => [name, typedFor(String(formula))]),
      ),
      ...(file && { body: FILES.png, headers: { "content-type": "image/png" } }),
    });
    expect(answer.status).toBe(200);
  });

  it("words an error where the formulas look for it", async () => {
    const answer = await connector.call("searchtweets", { query: { searchQuery: "" } });
    expect(answer.status).toBe(400);
    expect(answer.json.message).toEqual(expect.stringMatching(/\S/));
  });
});
