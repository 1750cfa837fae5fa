/** The pages of a sign-in: escaped, without a script, and not kept by anybody. */
import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { createConnectPage } from "../../../src/connections/connect-page.ts";
import { pageResponse } from "../../../src/connections/page.ts";
import { orUnavailablePage } from "../../../src/connections/unavailable-page.ts";
import { DOCUMENTED_LIMITS } from "../../../src/connector/adjustable-limits.ts";
import { KeysUnavailableError } from "../../../src/sealing/key-ring.ts";
import { StoreUnavailableError } from "../../../src/store/store.ts";
import { callbackUrl, titleOf } from "./broker.ts";

const REQUEST = {
  method: "GET",
  url: new URL("https://connector.example/api/connect"),
  headers: new Headers(),
  body: async () => new Uint8Array(),
};
const HOSTILE = `<b a='1' c="2">&`;
const ESCAPED = "&#60;b a=&#39;1&#39; c=&#34;2&#34;&#62;&#38;";

// Reported by `npm run mutation`: what follows was held through HTTP alone.
it("a page holds what it is given as text, and no more", () => {
  const { status, headers, body } = pageResponse(
    418,
    {
      title: HOSTILE,
      paragraphs: ["one", HOSTILE],
      facts: [
        ["name", "value"],
        [HOSTILE, HOSTILE],
      ],
      link: { href: HOSTILE, text: HOSTILE },
    },
    { "Set-Cookie": "a=b" },
  );
  expect(status).toBe(418);
  expect(headers).toMatchObject({ "Set-Cookie": "a=b", "Cache-Control": "no-store" });
  expect(body).toContain(`<title>${ESCAPED}</title>`);
  expect(body.slice(body.indexOf("<body>"))).toBe(
    [
      "<body>",
      `<h1>${ESCAPED}</h1>`,
      "<p>one</p>",
      `<p>${ESCAPED}</p>`,
      `<dl><dt>name</dt><dd><code>value</code></dd><dt>${ESCAPED}</dt><dd><code>${ESCAPED}</code></dd></dl>`,
      `<p><a href="${ESCAPED}">${ESCAPED}</a></p>`,
      "</body>",
      "</html>",
      "",
    ].join("\n"),
  );
});

it("a page of nothing but words has neither list nor link", () => {
  const { body } = pageResponse(200, { title: "T", paragraphs: ["P"] });
  expect(body).toContain("<body>\n<h1>T</h1>\n<p>P</p>\n</body>");
});

it("a page runs nothing, shows in no frame, and has the one style that its policy names", () => {
  const { headers, body } = pageResponse(200, { title: "T", paragraphs: [] });
  const [, style = ""] = /<style>(.*?)<\/style>/s.exec(body) ?? [];
  const hash = createHash("sha256").update(style).digest("base64");
  expect(headers["Content-Security-Policy"]).toBe(
    `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  );
});

it("the page to connect with shows what has to be entered, and the limits that differ", async () => {
  const shown = async (limits: typeof DOCUMENTED_LIMITS) => {
    const page = createConnectPage({
      callbackUrl,
      limits,
    });
    const { status, body } = await page(REQUEST, () => {});
    const facts = [...body.matchAll(/<dt>(.*?)<\/dt><dd><code>(.*?)<\/code><\/dd>/g)];
    return { status, body, facts: facts.map(([, name, value]) => [name, value]) };
  };
  const { status, body, facts } = await shown(DOCUMENTED_LIMITS);
  expect(status).toBe(200);
  expect(facts).toEqual([
    ["Callback address, for X", "https://connector.example/api/oauth2/callback"],
    ["Host of this connector, for packaging", "connector.example"],
    ["Scopes that the sign-in asks X for", expect.stringContaining("tweet.write")],
  ]);
  expect(body).toContain("Connections for each X account: 2.");
  expect(body).toContain('<a href="https://console.x.com">');
  const changed = await shown({ ...DOCUMENTED_LIMITS, connectionsPerUser: 3 });
  expect(changed.facts.slice(3)).toEqual([
    [expect.stringMatching(/^Limit set here: ./), "3 instead of 2"],
  ]);
});

it.each([new KeysUnavailableError("the-tenant"), new StoreUnavailableError("the-tenant")])(
  "while the state is away a person is told to wait, and only the log why",
  async (error) => {
    const logged: object[] = [];
    const handler = orUnavailablePage(() => Promise.reject(error));
    const answer = await handler(REQUEST, (level, record) => logged.push({ level, ...record }));
    expect([answer.status, answer.headers["Retry-After"]]).toEqual([503, "30"]);
    expect(titleOf(answer)).toBe("The connector cannot sign anybody in right now");
    expect(answer.body).not.toContain("tenant");
    expect(logged).toEqual([{ level: "error", operation: "signIn", cause: "the-tenant" }]);
  },
);

it("what is no outage is handed on, and what succeeds is left alone", async () => {
  const bug = orUnavailablePage(() => Promise.reject(new RangeError("bug")));
  await expect(bug(REQUEST, () => {})).rejects.toThrow(RangeError);
  const answer = { status: 200, headers: {}, body: "" };
  expect(await orUnavailablePage(async () => answer)(REQUEST, () => {})).toBe(answer);
});
