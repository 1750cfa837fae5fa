/** Whatever is wrong with a post together, all of it is told at once. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Finding } from "../../../src/connector/findings.ts";
import { PostToPublishModel } from "../../../src/connector/publish-models.ts";
import { readPost } from "../../../src/publishing/read-post.ts";
import { readThread } from "../../../src/publishing/read-thread.ts";
import { FILES, sized } from "../../fixtures/media-files.ts";

const MB = 1024 * 1024;
const fileOf = (bytes: Buffer, more: object = {}) => ({
  content: bytes.toString("base64"),
  ...more,
});
const PICTURE = fileOf(FILES.png);
const LARGE_PICTURE = fileOf(sized(FILES.png, 5 * MB + 1));
const LARGE_VIDEO = fileOf(sized(FILES.mp4, 15 * MB + 1));

interface Body {
  readonly text?: string;
  readonly media?: readonly object[];
  readonly poll?: { readonly options?: readonly string[]; readonly durationMinutes?: number };
  readonly [name: string]: unknown;
}

interface Wrong {
  readonly what: string;
  /** Makes it so, beside what is wrong already. */
  readonly spoil: (body: Body) => Body;
  /** Where it stands, and what is said of it. */
  readonly target: RegExp;
  readonly says: RegExp;
}

const withText = (text: string) => (body: Body) => ({ ...body, text: `${body.text ?? ""}${text}` });
const withMedia =
  (...media: readonly object[]) =>
  (body: Body) => ({ ...body, media: [...(body.media ?? []), ...media] });
const withPoll = (poll: NonNullable<Body["poll"]>) => (body: Body) => ({
  ...body,
  poll: { options: ["A", "B"], ...body.poll, ...poll },
});
const withSetting = (name: string, value: unknown) => (body: Body) => ({ ...body, [name]: value });

const wrong = (what: string, spoil: Wrong["spoil"], target: RegExp, says: RegExp): Wrong => ({
  what,
  spoil,
  target,
  says,
});

const OF_A_PART: readonly Wrong[] = [
  wrong("the text is too long", withText(` ${"x".repeat(281)} `), /^text$/, /280 are allowed/),
  wrong("two cashtags", withText(" $MSFT $AAPL"), /^text$/, /2 cashtags/),
  wrong("too many files", withMedia(...Array(5).fill(PICTURE)), /^media$/, /up to 4 images/),
  wrong(
    "a GIF beside others",
    withMedia(fileOf(FILES.animatedGif), PICTURE),
    /^media$/,
    /stands alone/,
  ),
  wrong("a file of no kind", withMedia(fileOf(FILES.text)), /^media\[\d+\]\.content$/, /JPEG/),
  wrong("an image over 5 MB", withMedia(LARGE_PICTURE), /^media\[\d+\]\.content$/, /5 MB/),
  wrong("a video over 15 MB", withMedia(LARGE_VIDEO), /^media\[\d+\]\.content$/, /15 MB/),
  wrong(
    "no file",
    withMedia({ altText: "A dot" }),
    /^media\[\d+\]\.content$/,
    /"File" is required/,
  ),
  wrong(
    "an alt text that is too long",
    withMedia({ ...PICTURE, altText: "x".repeat(1001) }),
    /^media\[\d+\]\.altText$/,
    /longer than 1000/,
  ),
  wrong("a poll of one", withPoll({ options: ["A"] }), /^poll\.options$/, /2 to 4 options/),
  wrong(
    "a poll too short",
    withPoll({ durationMinutes: 4 }),
    /^poll\.durationMinutes$/,
    /from 5 to/,
  ),
  wrong(
    "media with a poll",
    (body) => withPoll({})(withMedia(PICTURE)(body)),
    /^poll$/,
    /either media or a poll/,
  ),
  wrong(
    "neither true nor false",
    withSetting("madeWithAi", "maybe"),
    /^madeWithAi$/,
    /true or false/,
  ),
  wrong(
    "a number for a choice",
    withSetting("paidPartnership", 2),
    /^paidPartnership$/,
    /true or false/,
  ),
  wrong("a name that is misspelt", withSetting("reply_to", "1"), /^(body|)$/, /has no "reply_to"/),
];
const OF_A_POST: readonly Wrong[] = [
  ...OF_A_PART,
  wrong("a reply to no post", withSetting("replyTo", "contoso"), /^replyTo$/, /"In reply to"/),
  wrong(
    "who may reply",
    withSetting("replySettings", "nobody"),
    /^replySettings$/,
    /must be one of/,
  ),
];

const spoilt = (wrongs: readonly Wrong[]): Body =>
  wrongs.reduce((body, { spoil }) => spoil(body), {} as Body);

/** What is wrong and not told, of what stands at `at`. */
const untold = (wrongs: readonly Wrong[], findings: readonly Finding[], at = ""): string[] =>
  wrongs
    .filter(
      ({ target, says }) =>
        !findings.some(
          (finding) =>
            finding.target.startsWith(at) &&
            target.test(finding.target.slice(at.length).replace(/^\./, "")) &&
            says.test(finding.message),
        ),
    )
    .map(({ what }) => what);

/** Decoded in each case that holds them, so they are in few. */
const HEAVY = /over \d+ MB/;
const isHeavy = ({ what }: Wrong) => HEAVY.test(what);
const pairsWith = (one: Wrong): readonly Wrong[] => {
  const after = OF_A_POST.slice(OF_A_POST.indexOf(one));
  return isHeavy(one) ? after.slice(0, 2) : after.filter((other) => !isHeavy(other));
};

describe("a post", () => {
  it.each(OF_A_POST.map((each) => [each.what, each] as const))(
    "tells with anything else that is wrong: %s",
    async (_, one) => {
      for (const other of pairsWith(one)) {
        const pair = one === other ? [one] : [one, other];
        const { findings } = await readPost(PostToPublishModel, spoilt(pair));
        expect(untold(pair, findings), other.what).toEqual([]);
      }
    },
  );
});

describe("a thread", () => {
  it("tells all that is wrong in any of its parts, and with itself", async () => {
    const parts = fc.array(fc.subarray(OF_A_PART.filter((each) => !isHeavy(each))), {
      minLength: 2,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(parts, fc.boolean(), async (wrongs, isMisplaced) => {
        const { findings } = await readThread({
          parts: wrongs.map((each) => ({ text: "", ...spoilt(each) })),
          ...(isMisplaced && { replyTo: "contoso" }),
        });
        wrongs.forEach((each, index) => {
          expect(untold(each, findings, `parts[${index}]`)).toEqual([]);
        });
        expect(findings.some(({ target }) => target === "replyTo")).toBe(isMisplaced);
      }),
      { numRuns: 15 },
    );
  });
});
