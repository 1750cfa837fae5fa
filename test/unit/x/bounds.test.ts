/** Of what X can bill, and of what is booked for it, nothing is ever less than what the sandbox X bills. */
import fc from "fast-check";
import { extractUrls } from "twitter-text";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { obtainXToken } from "../../../local/platform/x-token.ts";
import { createBill } from "../../../local/sandbox/bill.ts";
import { SANDBOX_USER, type Sandbox, startSandbox } from "../../../local/sandbox/sandbox.ts";
import { createWorld } from "../../../local/sandbox/world/world.ts";
import { costOf, MENTIONS_A_POST, type XCall } from "../../../src/x/billing.ts";
import { mentions } from "../../../src/x/mentions.ts";
import { priceOfPost } from "../../../src/x/post-content.ts";
import { search } from "../../../src/x/search.ts";
import { createXSession, type XSession } from "../../../src/x/session.ts";
import { postPage } from "../../../src/x/shapes.ts";
import { holdsLink } from "../../../src/x/text-rules.ts";
import { homeTimeline, userTimeline } from "../../../src/x/timelines.ts";
import { createXTransport } from "../../../src/x/transport.ts";
import { answerOf } from "../../harness/answer.ts";

describe("a post that is made", () => {
  const pieces = fc.constantFrom(
    ..."contoso a x1 é 日 . . / : @ # $ - + _ ( ” , ! .com .music .KIDS .spa .亚马逊 .co.uk .js https:// www. sales@ /a?b=c".split(
      " ",
    ),
    " ",
  );
  const texts = fc.array(pieces, { minLength: 1, maxLength: 16 }).map((parts) => parts.join(""));

  /** Micro-dollars. */
  const billed = (text: string): number => {
    const world = createWorld(Date.now);
    const bill = createBill(world);
    const { id } = world.posts.add({ authorId: world.users.put({ username: "me" }).id, text });
    const call = { clientId: "app", userId: "1", owner: undefined, method: "POST" };
    bill.add({ ...call, path: "/2/tweets", json: { data: { id } } });
    return bill.read().microDollars;
  };

  it("costs no more than is told before, whatever is written", () =>
    fc.assert(
      fc.asyncProperty(texts, async (text) => {
        expect(await priceOfPost({ text, media: [] })).toBeGreaterThanOrEqual(billed(text));
        if (extractUrls(text).length > 0) expect(await holdsLink(text)).toBe(true);
      }),
      { numRuns: 1_000 },
    ));
});

describe("a page that is read", () => {
  let sandbox: Sandbox;
  let token: string;
  beforeAll(async () => {
    sandbox = await startSandbox();
    token = await obtainXToken(sandbox.url, SANDBOX_USER.username);
  });
  afterAll(() => sandbox.close());

  const control = async (path: string, body?: object, method = body ? "POST" : "GET") =>
    (
      await answerOf(
        await fetch(`${sandbox.url}/sandbox/${path}`, {
          method,
          ...(body && { body: JSON.stringify(body) }),
        }),
      )
    ).json;

  const users = new Set<string>();
  const thereIs = async (username: string): Promise<void> => {
    if (!users.has(username)) await control("users", { username });
    users.add(username);
  };

  const WAYS: Readonly<Record<string, (x: XSession, word: string, count: number) => unknown>> = {
    search: (x, query, maxResults) => search(x, { query }, { maxResults }, Date.now()),
    mentions: (x, _, maxResults) =>
      mentions(x, postPage, SANDBOX_USER.id, { sinceId: undefined, maxResults }),
    userTimeline: (x, _, count) =>
      userTimeline(x, { id: SANDBOX_USER.id, handle: SANDBOX_USER.username }, count),
    homeTimeline: (x, _, count) => homeTimeline(x, SANDBOX_USER.id, count),
  };

  const post = fc.record({
    author: fc.constantFrom("contoso", "fabrikam", "stranger_1", "stranger_2"),
    /** As many as a post mentions at the most, so that each mentions others. */
    mentioned: fc.array(fc.nat(60), { maxLength: MENTIONS_A_POST }),
    isReply: fc.boolean(),
  });
  const story = fc.record({
    way: fc.constantFrom(...Object.keys(WAYS)),
    form: fc.constantFrom(0, 1),
    count: fc.integer({ min: 10, max: 20 }),
    posts: fc.array(post, { maxLength: 6 }),
    lost: fc.nat(2),
  });

  let words = 0;
  it("costs no more than is held, nor than is booked, whoever is mentioned and whatever is lost", () =>
    fc.assert(
      fc.asyncProperty(story, async ({ way, form, count, posts, lost }) => {
        words += 1;
        const word = `word${words}x`;
        let before: string | undefined;
        for (const { author, mentioned, isReply } of posts) {
          for (const each of mentioned) await thereIs(`m${each}`);
          const handles = [SANDBOX_USER.username, ...mentioned.map((each) => `m${each}`)];
          const text = `${word} ${handles.map((each) => `@${each}`).join(" ")}`;
          const as = way === "userTimeline" ? SANDBOX_USER.username : author;
          const { id } = await control("posts", {
            ...{ as, text },
            ...(isReply && before && { inReplyTo: before }),
          });
          before = id;
        }
        await control("bill", undefined, "DELETE");
        if (lost > 0) await control("faults", { kind: "cut", times: lost, afterEffect: true });

        let held = 0;
        let booked = 0;
        const x = createXSession({
          transport: createXTransport(sandbox.url, 10_000),
          credentials: { accessToken: async () => token, newerThan: async () => undefined },
          deadline: Date.now() + 60_000,
          clock: Date.now,
          onCall: () => {},
          async admit(forms: readonly XCall[]) {
            const chosen = Math.min(form, forms.length - 1);
            const { [chosen]: most } = forms;
            if (most) held += costOf(most);
            const settle = (call: XCall) => {
              booked += costOf(call);
            };
            return { chosen, settle };
          },
        });
        await Promise.resolve(WAYS[way]?.(x, word, count)).catch(() => {});
        await control("faults", undefined, "DELETE");
        const { microDollars } = await control("bill");
        expect(booked).toBeGreaterThanOrEqual(microDollars);
        expect(held).toBeGreaterThanOrEqual(microDollars);
      }),
      { numRuns: 30 },
    ));
});
