import { stringify } from "lossless-json";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FILES } from "../fixtures/media-files.ts";
import { type ConnectorUnderTest, startConnector } from "../harness/connector.ts";
import { newMaker } from "../harness/maker.ts";
import { FORMS, type Form, workflowOf } from "../harness/workflow/examples.ts";
import { play, triggerOf } from "../harness/workflow/play.ts";
import type { ConnectorCall } from "../harness/workflow/run.ts";

const HOUR_MS = 60 * 60 * 1000;

let connector: ConnectorUnderTest;
beforeAll(async () => {
  connector = await startConnector();
}, 60_000);
afterAll(() => connector.close());

/** What another connector's action was given, whichever form names it how. */
const given = (calls: readonly ConnectorCall[], action: string) => {
  const found = calls.filter((call) => call.action === action);
  return found.map(({ inputs }) => {
    const { parameters, queries, body } = inputs as Record<string, Record<string, unknown>>;
    return stringify(parameters ?? { ...queries, body }) ?? "";
  });
};

const maker = async () => {
  const { token, username } = await newMaker(connector);
  return { connector, token, username };
};
const postedBy = async (username: string): Promise<string[]> => {
  const { json } = await connector.control("state");
  return json.posts
    .filter(({ author }: { author: string }) => author === username)
    .map(({ text }: { text: string }) => text);
};
const newsOf = async (name: string, form: Form, posts: readonly object[]) => {
  const workflow = await workflowOf(name, form);
  const options = await maker();
  const poll = triggerOf(workflow, options);
  expect(await poll()).toEqual([]);
  for (const post of posts) await connector.control("posts", post);
  connector.clock.advance(HOUR_MS);
  const runs = [];
  for (const trigger of await poll()) runs.push(await play(workflow, { ...options, trigger }));
  return runs;
};

// The sandbox's own user has followers; its connection is good for two hours, so this comes first.
describe.each(FORMS)("for %s", (form) => {
  it("follower-report lists who is not followed back", async () => {
    const names = async (route: string): Promise<string[]> => {
      const { json } = await connector.call(route);
      return json.map(({ UserName }: { UserName: string }) => UserName);
    };
    const [followers, following] = [await names("myfollowers"), await names("myfriends")];
    const missing = followers.filter((name) => !following.includes(name));
    const { token } = connector;
    const run = await play(await workflowOf("follower-report", form), { connector, token });
    expect(run.status).toBe("Succeeded");
    const [mail = ""] = given(run.calls, "Send_an_email");
    expect(mail).toContain(`${missing.length} of the newest ${followers.length} followers`);
    expect(missing.length).toBeGreaterThan(0);
    for (const name of followers) {
      expect(mail.includes(`<td>${name}</td>`)).toBe(missing.includes(name));
    }
    expect(mail).toMatch(/Contoso Ltd on X: \d+ followers/);
  });
});

describe.each(FORMS)("for %s", (form) => {
  it("new-tweet-to-teams posts a card for every new tweet", async () => {
    const runs = await newsOf("new-tweet-to-teams", form, [
      { as: "fabrikam", text: 'We love "contoso" \\ {}' },
      { as: "wingtip", text: "contoso again" },
    ]);
    expect(runs.map(({ status }) => status)).toEqual(["Succeeded", "Succeeded"]);
    const [first = "{}"] = runs.flatMap(({ calls }) => given(calls, "Post_card_in_a_channel"));
    const { messageBody = JSON.parse(first)["body/messageBody"] } = JSON.parse(first).body ?? {};
    const { type, body, actions } = JSON.parse(messageBody);
    expect(type).toBe("AdaptiveCard");
    expect(body[0].text).toBe("Fabrikam Inc, fabrikam on X");
    expect(body[2].text).toBe('We love "contoso" \\ {}');
    expect(body[3].url).toMatch(/^http/);
    expect(actions[0].url).toMatch(/^https:\/\/x\.com\/fabrikam\/status\/\d{19}$/);
  });

  it("scheduled-post-with-image posts what is due and writes down how it went", async () => {
    const options = await maker();
    const workflow = await workflowOf("scheduled-post-with-image", form);
    const png = FILES.png;
    const run = await play(workflow, {
      ...options,
      answers: {
        Get_due_posts: {
          value: [
            { ID: 1, Title: `A picture for ${form}`, ImagePath: "/Shared Documents/a.png" },
            { ID: 2, Title: `Words for ${form}`, ImagePath: "" },
          ],
        },
        Get_image: { "$content-type": "image/png", $content: png.toString("base64") },
      },
    });
    expect(await postedBy(options.username)).toEqual(
      expect.arrayContaining([
        expect.stringContaining(`A picture for ${form}`),
        `Words for ${form}`,
      ]),
    );
    const marked = given(run.calls, "Mark_as_posted");
    expect(marked).toHaveLength(2);
    expect(marked[0]).toMatch(/"\d{19}"/);
    expect(given(run.calls, "Get_due_posts")[0]).toMatch(/PostAt le '\d{4}-\d\d-\d\dT/);
    expect(run.status).toBe("Succeeded");
  });

  it("scheduled-post-with-image says what was wrong with a post and goes on", async () => {
    const options = await maker();
    const run = await play(await workflowOf("scheduled-post-with-image", form), {
      ...options,
      answers: {
        Get_due_posts: {
          value: [
            { ID: 1, Title: "Text as an image", ImagePath: "/Shared Documents/a.png" },
            { ID: 2, Title: "Fine", ImagePath: null },
          ],
        },
        Get_image: {
          "$content-type": "image/png",
          $content: Buffer.from("no image").toString("base64"),
        },
      },
    });
    const [failed = ""] = given(run.calls, "Mark_as_failed");
    expect(failed).toContain("Failed");
    expect(failed).toMatch(/JPEG/);
    expect(given(run.calls, "Mark_as_posted")).toHaveLength(1);
    expect(await postedBy(options.username)).toEqual(["Fine"]);
  });

  it("reply-watch writes an e-mail for a reply and none for a mention", async () => {
    const { json } = await connector.call("usertimeline", {
      query: { userName: "contoso", maxResults: "1" },
      token: (await maker()).token,
    });
    const runs = await newsOf("reply-watch", form, [
      { as: "megan_bowen", text: "@contoso where is my order?", inReplyTo: json[0].TweetId },
    ]);
    const mails = runs.flatMap(({ calls }) => given(calls, "Send_an_email"));
    expect(mails).toHaveLength(1);
    expect(mails[0]).toContain("Megan Bowen replied on X");
    expect(mails[0]).toContain("where is my order?");
    expect(mails[0]).toContain("Normal");
  });

  it("search-to-excel adds the new tweets, the oldest first, and none twice", async () => {
    const options = await maker();
    const workflow = await workflowOf("search-to-excel", form);
    const rows = async (value: readonly object[]) => {
      const run = await play(workflow, { ...options, answers: { Get_newest_row: { value } } });
      expect(run.status).toBe("Succeeded");
      return given(run.calls, "Add_a_row").map((text) => /"(\d{19})"/.exec(text)?.[1] ?? "");
    };
    const first = await rows([]);
    expect(first.length).toBeGreaterThan(2);
    expect(first).toEqual(first.toSorted());
    expect(await rows([{ TweetId: first.at(-1) }])).toEqual([]);
    expect(await rows([{ TweetId: first.at(-3) }])).toEqual(first.slice(-2));
  });

  it("rss-to-tweet posts a feed's item, shortened, and takes a repeat for done", async () => {
    const options = await maker();
    const workflow = await workflowOf("rss-to-tweet", form);
    const trigger = {
      title: `${form} news ${"and more ".repeat(40)}`,
      primaryLink: "https://blog.contoso.example/1",
    };
    expect(await play(workflow, { ...options, trigger })).toMatchObject({ status: "Succeeded" });
    const [text = ""] = await postedBy(options.username);
    expect(text).toMatch(/^(Power Automate|Logic Apps) news .*\.\.\. http/);
    connector.clock.advance(HOUR_MS);
    const repeat = await play(workflow, { ...options, trigger });
    expect(repeat.status).toBe("Succeeded");
    expect(repeat.trace.find(({ action }) => action === "Post_a_tweet")).toMatchObject({
      status: "Failed",
      outputs: { statusCode: 403 },
    });
    expect(await postedBy(options.username)).toHaveLength(1);
  });

  it("rss-to-tweet fails with the connector's own words", async () => {
    const run = await play(await workflowOf("rss-to-tweet", form), {
      connector,
      token: "nonsense",
      trigger: { title: "News", primaryLink: "https://blog.contoso.example/2" },
    });
    expect(run).toMatchObject({ status: "Failed", error: { code: "ConnectionInvalid" } });
    expect(run.error?.message).toMatch(/sign in/i);
  });

  const articles = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      title: `${form} article ${index + 1} ${index === 1 ? "and more ".repeat(40) : ""}`.trim(),
      primaryLink: `https://blog.contoso.example/${index + 1}`,
    }));
  const threadBy = async (username: string): Promise<{ id: string; replyTo?: string }[]> => {
    const { json } = await connector.control("state");
    return json.posts.filter(({ author }: { author: string }) => author === username).toReversed();
  };

  it("weekly-digest-thread publishes the week's articles as one thread", async () => {
    const options = await maker();
    const run = await play(await workflowOf("weekly-digest-thread", form), {
      ...options,
      answers: { List_feed_items: articles(4) },
    });
    expect(run.status).toBe("Succeeded");
    const [feed = ""] = given(run.calls, "List_feed_items");
    const weekAgo = new Date(connector.clock.now() - 7 * 24 * HOUR_MS).toISOString();
    expect(feed).toContain(weekAgo.slice(0, 13));
    const texts = (await postedBy(options.username)).toReversed();
    expect(texts[0]).toMatch(/^New on our blog, week of \d{4}-\d\d-\d\d:$/);
    expect(texts[1]).toMatch(/ article 1 http/);
    expect(texts[2]).toMatch(/ article 2 and more .*\.\.\. http/);
    const thread = await threadBy(options.username);
    expect(thread).toHaveLength(5);
    expect(thread.every(({ replyTo }, index) => replyTo === thread[index - 1]?.id)).toBe(true);
  });

  it("weekly-digest-thread takes 24 of them at most, publishes nothing in a week without any, and tells why X refuses", async () => {
    const options = await maker();
    const workflow = await workflowOf("weekly-digest-thread", form);
    const empty = await play(workflow, { ...options, answers: { List_feed_items: [] } });
    expect([empty.status, await postedBy(options.username)]).toEqual(["Succeeded", []]);
    // One more than the hour has room for.
    const many = await play(workflow, { ...options, answers: { List_feed_items: articles(30) } });
    expect(many).toMatchObject({ status: "Failed", error: { code: "InvalidParameter" } });
    expect(many.error?.message).toContain("This takes 25 posts at once");
  });

  it("mention-answered-by-email replies with what was chosen, or not at all", async () => {
    const options = await maker();
    const workflow = await workflowOf("mention-answered-by-email", form);
    const poll = triggerOf(workflow, options);
    expect(await poll()).toEqual([]);
    for (const text of ["where is my order?", "nice!"])
      await connector.control("posts", {
        as: "megan_bowen",
        text: `@${options.username} ${text}`,
      });
    connector.clock.advance(HOUR_MS);
    const [first, second, ...others] = await poll();
    expect(others).toEqual([]);
    const answer = async (trigger: unknown, SelectedOption: string) =>
      play(workflow, { ...options, trigger, answers: { Ask_by_email: { SelectedOption } } });
    const run = await answer(first, "We are looking into it.");
    expect(run.status).toBe("Succeeded");
    const [mail = ""] = given(run.calls, "Ask_by_email");
    expect(mail).toContain("Megan Bowen mentions us on X");
    expect(mail).toContain("where is my order?");
    expect((await answer(second, "No answer")).status).toBe("Succeeded");
    const made = await threadBy(options.username);
    expect(made).toEqual([
      expect.objectContaining({ text: "We are looking into it.", replyTo: expect.any(String) }),
    ]);
  });
});
