/**
 * A property: whatever a maker wrote in the classic language finds here what it found there. Random expressions are
 * judged by a plain evaluator of the classic rules over posts that it knows, and asked of the running connector.
 */
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type ConnectorUnderTest, startConnector } from "../harness/connector.ts";

const POSTS = 300;
const EXPRESSIONS = 200;
/** The same every time: what fails can be looked into. */
const SEED = 20261125;
const PATIENCE_MS = 60_000;
const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

const WORDS = ["quorv", "zintel", "mabbo", "drelk", "wupsi"] as const;
const TAGS = ["fizzot", "grumbal", "hexapo"] as const;
const AUTHORS = ["prop_anna", "prop_ben", "prop_cleo", "prop_dan"] as const;
const SITES = ["plonk-a.example", "plonk-b.example"] as const;
const LANGUAGES = ["en", "fr"] as const;
const MEDIA = ["photo", "video"] as const;

interface Post {
  readonly author: string;
  readonly words: readonly string[];
  readonly tags: readonly string[];
  readonly mention: string | undefined;
  readonly site: string | undefined;
  readonly media: (typeof MEDIA)[number] | undefined;
  readonly lang: string;
  readonly likes: number;
  readonly isReply: boolean;
  readonly hoursAgo: number;
}
interface Found extends Post {
  readonly id: string;
  readonly at: number;
}

const maybe = <T>(values: readonly T[]) =>
  fc.option(fc.constantFrom(...values), { nil: undefined });
const post: fc.Arbitrary<Post> = fc.record({
  author: fc.constantFrom(...AUTHORS),
  words: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }),
  tags: fc.uniqueArray(fc.constantFrom(...TAGS), { maxLength: 2 }),
  mention: maybe(AUTHORS),
  site: maybe(SITES),
  media: maybe(MEDIA),
  lang: fc.constantFrom(...LANGUAGES),
  likes: fc.nat(20),
  isReply: fc.boolean(),
  hoursAgo: fc.integer({ min: 1, max: 150 }),
});

const textOf = ({ words, tags, mention, site }: Post): string =>
  [
    ...words,
    ...tags.map((tag) => `#${tag}`),
    ...(mention ? [`@${mention}`] : []),
    ...(site ? [`https://${site}/page`] : []),
  ].join(" ");

/** One thing that a post does or does not do, and the ways to write it. */
interface Term {
  readonly written: readonly string[];
  /** X finds something by it alone. */
  readonly standsAlone: boolean;
  holds(post: Post): boolean;
}

const term = (
  standsAlone: boolean,
  written: readonly string[],
  holds: (post: Post) => boolean,
): Term => ({ standsAlone, written, holds });

const wordTerm = fc
  .constantFrom(...WORDS)
  .map((word) => term(true, [word, word.toUpperCase(), `${word}!`], (p) => p.words.includes(word)));
const phraseTerm = fc
  .tuple(fc.constantFrom(...WORDS), fc.constantFrom(...WORDS))
  .map(([a, b]) =>
    term(true, [`"${a} ${b}"`, `“${a} ${b}”`], ({ words }) =>
      words.some((word, index) => word === a && words[index + 1] === b),
    ),
  );
const tagTerm = fc
  .constantFrom(...TAGS)
  .map((tag) => term(true, [`#${tag}`, `#${tag},`], ({ tags }) => tags.includes(tag)));
const mentionTerm = fc
  .constantFrom(...AUTHORS)
  .map((name) => term(true, [`@${name}`, `'@${name}'`], ({ mention }) => mention === name));
const fromTerm = fc
  .constantFrom(...AUTHORS)
  .map((name) =>
    term(true, [`from:${name}`, `From:@${name}`, `from:@${name},`], (p) => p.author === name),
  );
const replyToTerm = fc.constant(
  term(true, ["to:prop_root", "to:@prop_root."], ({ isReply }) => isReply),
);
const siteTerm = fc
  .constantFrom(...SITES)
  .map((site) => term(true, [`url:${site}`, `https://${site}/page`], (p) => p.site === site));
const standing = fc.oneof(
  wordTerm,
  phraseTerm,
  tagTerm,
  mentionTerm,
  fromTerm,
  replyToTerm,
  siteTerm,
);

const narrowing = fc.constantFrom(
  ...LANGUAGES.map((lang) => term(false, [`lang:${lang}`], (p) => p.lang === lang)),
  term(false, ["filter:replies"], ({ isReply }) => isReply),
  term(false, ["exclude:replies"], ({ isReply }) => !isReply),
  term(false, ["exclude:retweets"], () => true),
  term(false, ["filter:links"], ({ site, media }) => site !== undefined || media !== undefined),
  term(false, ["filter:media"], ({ media }) => media !== undefined),
  term(false, ["filter:images", "filter:twimg"], ({ media }) => media === "photo"),
  term(false, ["filter:native_video"], ({ media }) => media === "video"),
  term(false, ["filter:verified"], ({ author }) => author === "prop_anna"),
);
const liked = fc
  .nat(20)
  .map((least) => term(false, [`min_faves:${least}`], ({ likes }) => likes >= least));

interface Alternative {
  readonly isNot: boolean;
  readonly term: Term;
  readonly text: string;
}
const alternative = (terms: fc.Arbitrary<Term>, isNot: fc.Arbitrary<boolean>) =>
  fc.tuple(terms, isNot, fc.nat()).map(
    ([each, not, choice]): Alternative => ({
      isNot: not,
      term: each,
      text: (not ? "-" : "") + (each.written[choice % each.written.length] ?? ""),
    }),
  );

/** Of each group one alternative has to hold: OR bound tighter than a space. */
type Group = readonly Alternative[];
const groupOf = (one: fc.Arbitrary<Alternative>): fc.Arbitrary<Group> =>
  fc.array(one, { minLength: 1, maxLength: 3 });
const anchor = groupOf(alternative(standing, fc.constant(false)));
const anything = fc.oneof(standing, narrowing, liked);
// A retweet is nothing that X finds, so what asks for nothing else is refused.
const anyTerm = alternative(anything, fc.boolean()).filter(
  ({ text }) => text !== "-exclude:retweets",
);
const rest = fc.array(groupOf(anyTerm), { maxLength: 3 });
const needy = fc.array(groupOf(alternative(narrowing, fc.constant(false))), {
  minLength: 1,
  maxLength: 2,
});

interface Expression {
  readonly groups: readonly Group[];
  readonly glue: string;
  readonly since: number | undefined;
  readonly until: number | undefined;
}
const expression: fc.Arbitrary<Expression> = fc.record({
  groups: fc.oneof(
    {
      weight: 9,
      arbitrary: fc
        .tuple(anchor, rest, fc.nat(3))
        .map(([first, others, at]) => others.toSpliced(at, 0, first)),
    },
    { weight: 1, arbitrary: needy },
  ),
  glue: fc.constantFrom(" ", "  ", " AND "),
  since: fc.option(fc.integer({ min: 3, max: 6 }), { nil: undefined, freq: 4 }),
  until: fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined, freq: 4 }),
});

let connector: ConnectorUnderTest;
let posts: readonly Found[];

const dayAgo = (days: number): string =>
  new Date(connector.clock.now() - days * DAY_MS).toISOString().slice(0, 10);

const write = ({ groups, glue, since, until }: Expression): string =>
  [
    ...(since === undefined ? [] : [`since:${dayAgo(since)}`]),
    ...groups.map((group) => group.map(({ text }) => text).join(" OR ")),
    ...(until === undefined ? [] : [`until:${dayAgo(until)}`]),
  ].join(glue);

const matches = ({ groups, since, until }: Expression, one: Found): boolean =>
  groups.every((group) => group.some(({ isNot, term: { holds } }) => holds(one) !== isNot)) &&
  (since === undefined || one.at >= Date.parse(dayAgo(since))) &&
  (until === undefined || one.at < Date.parse(dayAgo(until)));

const standsAlone = ({ groups }: Expression): boolean =>
  groups.some((group) => group.every(({ isNot, term: each }) => !isNot && each.standsAlone));

beforeAll(async () => {
  connector = await startConnector();
  await connector.control("users", { username: "prop_anna", verified: true });
  const root = await connector.control("posts", { as: "prop_root", text: "root of replies" });
  const now = connector.clock.now();
  const create = async (one: Post): Promise<Found> => {
    const at = now - one.hoursAgo * HOUR_MS;
    const { json } = await connector.control("posts", {
      as: one.author,
      text: textOf(one),
      lang: one.lang,
      likes: one.likes,
      createdAt: new Date(at).toISOString(),
      media: one.media ? [one.media] : [],
      ...(one.isReply && { inReplyTo: root.json.id }),
    });
    return { ...one, at, id: json.id };
  };
  const made = await Promise.all(fc.sample(post, { numRuns: POSTS, seed: SEED }).map(create));
  posts = made.toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1));
}, PATIENCE_MS);
afterAll(() => connector.close());

it(
  "a classic search text finds the posts that it always found",
  async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(expression, async (each) => {
        const searchQuery = write(each);
        const { status, json } = await connector.call("searchtweets", {
          query: { searchQuery, maxResults: "100" },
        });
        if (!standsAlone(each)) {
          expect([status, json.code], searchQuery).toEqual([400, "InvalidParameter"]);
          return;
        }
        expect(status, `${searchQuery}: ${json.message}`).toBe(200);
        const expected = posts.filter((one) => matches(each, one)).slice(0, 100);
        expect(
          json.map(({ TweetId }: { TweetId: string }) => TweetId),
          searchQuery,
        ).toEqual(expected.map(({ id }) => id));
        found += expected.length;
      }),
      { numRuns: EXPRESSIONS, seed: SEED },
    );
    expect(found).toBeGreaterThan(EXPRESSIONS);
  },
  PATIENCE_MS,
);
