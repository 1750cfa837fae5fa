import { describe, expect, it } from "vitest";
import type { WorkflowDefinition } from "../../tools/examples/cloud-flow.ts";
import {
  allSteps,
  contractProblems,
  definedOperations,
  ownCall,
} from "../harness/workflow/contract.ts";
import {
  cloudFlow,
  definition,
  exampleNames,
  FORMS,
  logicApp,
  workflowOf,
} from "../harness/workflow/examples.ts";

describe.each(exampleNames)("%s", (name) => {
  it.each(FORMS)("for %s asks and reads what the definition has", async (form) => {
    expect(contractProblems(await workflowOf(name, form), definition)).toEqual([]);
  });

  it.each(FORMS)("for %s uses the connector", async (form) => {
    const operations = definedOperations(definition);
    const { triggers, actions } = await workflowOf(name, form);
    const calls = [...allSteps(triggers), ...allSteps(actions)].filter(([, step]) =>
      ownCall(step, operations),
    );
    expect(calls.length).toBeGreaterThan(0);
  });

  it("names each connection that it uses, and no other", async () => {
    const { properties } = await cloudFlow(name);
    const used = JSON.stringify(properties.definition).matchAll(/"connectionName":"(\w+)"/g);
    const names = new Set([...used].map(([, key]) => key));
    expect(new Set(Object.keys(properties.connectionReferences))).toEqual(names);
    for (const [key, { api }] of Object.entries(properties.connectionReferences)) {
      const ids = JSON.stringify(properties.definition).matchAll(
        new RegExp(`"connectionName":"${key}","operationId":"\\w+","apiId":"([^"]+)"`, "g"),
      );
      for (const [, id] of ids) expect(id).toBe(`/providers/Microsoft.PowerApps/apis/${api.name}`);
    }
  });

  it("begins no text of the template with what Azure takes for an expression", async () => {
    expect(JSON.stringify(await logicApp(name))).not.toMatch(/"\[[^"]/);
  });
});

describe("the check", () => {
  const faulty = async (change: (text: string) => string) => {
    const { properties } = await cloudFlow("scheduled-post-with-image");
    const text = change(JSON.stringify(properties.definition));
    return contractProblems(JSON.parse(text) as WorkflowDefinition, definition);
  };

  it.each<[string, (text: string) => string]>([
    ["an operation that is not there", (text) => text.replaceAll('"Tweet"', '"PostTweet"')],
    ["a parameter that is not there", (text) => text.replaceAll('"tweetText"', '"text"')],
    ["a property that is not there", (text) => text.replaceAll("'TweetId'", "'Id'")],
    ["an action that is not there", (text) => text.replaceAll("body('Post_a_tweet')", "body('P')")],
  ])("finds %s", async (_name, change) => {
    expect(await faulty(change)).not.toEqual([]);
  });

  it("finds a required parameter left out, a wrong type and a wrong property of an item", async () => {
    const { properties } = await cloudFlow("search-to-excel");
    const text = JSON.stringify(properties.definition)
      .replace('"searchQuery":', '"sinceId":"1","x":')
      .replace('"maxResults":100', '"maxResults":"many"')
      .replace("?['RetweetCount']", "?['Retweets']");
    const problems = contractProblems(JSON.parse(text), definition);
    expect(problems.join("\n")).toMatch(/searchQuery is missing/);
    expect(problems.join("\n")).toMatch(/maxResults is no integer/);
    expect(problems.join("\n")).toMatch(/no Retweets to read/);
  });
});
