/**
 * Every operator that a search text may hold: what of it X's API v2 has under the same name, what it has under another,
 * and what it has not. The translation, its refusals and `docs/search.md` all read this table.
 * Classic: https://developer.x.com/en/docs/x-api/v1/tweets/search/guides/standard-operators
 * v2: https://docs.x.com/x-api/posts/search/integrate/operators
 */

export type Meaning =
  /** Both languages have it. Of a handle, v2 takes no @. */
  | { readonly is: "same"; readonly value?: "handle" }
  /** Only v2 has it: whoever writes it means the rest as v2 does, too. */
  | { readonly is: "own" }
  /** v2 has it under another name, with the same value. */
  | { readonly is: "renamed"; readonly to: string }
  /** v2 says it in other words, "-" included. Some are only good to leave something out, for the reason given. */
  | { readonly is: "written"; readonly as: string; readonly onlyWithout?: string }
  /** A moment that X takes as a parameter of its own. */
  | { readonly is: "time"; readonly bound: "startTime" | "endTime" }
  /** A circle on the map. */
  | { readonly is: "circle" }
  | { readonly is: "refused"; readonly why: string; readonly instead: string };

export interface Operator {
  readonly meaning: Meaning;
  /** A search text that shows it, for the documentation. */
  readonly example: string;
}

const same = (example: string): Operator => ({ meaning: { is: "same" }, example });
const handle = (example: string): Operator => ({
  meaning: { is: "same", value: "handle" },
  example,
});
const own = (example: string): Operator => ({ meaning: { is: "own" }, example });
const renamed = (to: string, example: string): Operator => ({
  meaning: { is: "renamed", to },
  example,
});
const written = (as: string, example: string): Operator => ({
  meaning: { is: "written", as },
  example,
});
const refused = (why: string, instead: string, example: string): Operator => ({
  meaning: { is: "refused", why, instead },
  example,
});

/** https://docs.x.com/changelog: since 2026-05-04 */
const NO_RETWEETS = "X's search finds no retweets any more";
const retweets = (as: "is:retweet" | "-is:retweet", example: string): Operator => ({
  meaning: { is: "written", as, onlyWithout: NO_RETWEETS },
  example,
});
const NO_COUNTERPART = "X's API has no counterpart";
const LEAVE_OUT = "Leave it out";
const OWN_WORDS = "Leave it out, and search for words that tell the mood, such as great OR awful";
const GONE = "X has no such service any more";
const AROUND =
  "Write geocode:latitude,longitude,radius (at most 25mi), or place:oslo for posts that name their place";
const BY_ID = "Leave it out, and give the id as sinceId where the action has it";
const BY_DAY = "Write days, such as since:2026-11-20 and until:2026-11-23";

/** By name, or by name and value where the value decides. In lower case. */
const OPERATORS: Readonly<Record<string, Operator>> = {
  from: handle("from:@contoso"),
  to: handle("to:@contoso_help"),
  retweets_of: handle("retweets_of:@contoso"),
  url: same("url:contoso.com"),
  lang: same("haiku lang:en"),
  conversation_id: same("conversation_id:1334987486343299072"),

  "filter:retweets": retweets("is:retweet", "haiku -filter:retweets"),
  "filter:nativeretweets": retweets("is:retweet", "haiku -filter:nativeretweets"),
  "exclude:retweets": retweets("-is:retweet", "haiku exclude:retweets"),
  "exclude:nativeretweets": retweets("-is:retweet", "haiku exclude:nativeretweets"),
  "filter:replies": written("is:reply", "haiku filter:replies"),
  "exclude:replies": written("-is:reply", "haiku exclude:replies"),
  "filter:quote": written("is:quote", "haiku filter:quote"),
  "filter:links": written("has:links", "haiku filter:links"),
  "exclude:links": written("-has:links", "haiku exclude:links"),
  "filter:images": written("has:images", "haiku filter:images"),
  "filter:twimg": written("has:images", "haiku filter:twimg"),
  "filter:media": written("has:media", "haiku filter:media"),
  "filter:native_video": written("has:video_link", "haiku filter:native_video"),
  "filter:videos": written("has:video_link", "haiku filter:videos"),
  "filter:hashtags": written("has:hashtags", "haiku filter:hashtags"),
  "filter:mentions": written("has:mentions", "haiku filter:mentions"),
  "filter:verified": written("is:verified", "haiku filter:verified"),
  min_faves: renamed("min_likes", "haiku min_faves:10"),
  min_retweets: renamed("min_reposts", "haiku min_retweets:5"),
  quoted_tweet_id: renamed("quotes_of_tweet_id", "quoted_tweet_id:1539382664746020864"),
  since: { meaning: { is: "time", bound: "startTime" }, example: "haiku since:2026-11-20" },
  until: { meaning: { is: "time", bound: "endTime" }, example: "haiku until:2026-11-23" },
  geocode: { meaning: { is: "circle" }, example: "geocode:37.78,-122.40,10mi" },

  near: refused("X's API searches around no name of a place", AROUND, "haiku near:Oslo"),
  within: refused("X's API searches around no name of a place", AROUND, "haiku within:15mi"),
  "filter:safe": refused(NO_COUNTERPART, LEAVE_OUT, "haiku filter:safe"),
  "filter:news": refused(NO_COUNTERPART, "Name sites: url:bbc.com OR url:dw.com", "filter:news"),
  "filter:blue_verified": refused(
    NO_COUNTERPART,
    "Write is:verified for every verified author",
    "haiku filter:blue_verified",
  ),
  "filter:periscope": refused(GONE, "Write has:video_link", "haiku filter:periscope"),
  "filter:vine": refused(GONE, "Write has:video_link", "haiku filter:vine"),
  filter: refused(
    "X's API has no counterpart to this filter",
    "Of filters there are links, images, media, native_video, replies, verified and -filter:retweets",
    "haiku filter:spaces",
  ),
  exclude: refused(
    NO_COUNTERPART,
    "Of these there are exclude:retweets and exclude:replies",
    "haiku exclude:hashtags",
  ),
  include: refused(NO_COUNTERPART, LEAVE_OUT, "haiku include:replies"),
  source: refused("X no longer finds posts by what wrote them", LEAVE_OUT, "haiku source:ifttt"),
  card_name: refused(NO_COUNTERPART, LEAVE_OUT, "haiku card_name:poll2choice_text_only"),
  quoted_user_id: refused(
    NO_COUNTERPART,
    "Write url:contoso is:quote, or quotes_of_tweet_id: for one post",
    "quoted_user_id:20734210",
  ),
  since_id: refused("X takes ids apart from the text", BY_ID, "haiku since_id:1539382664746020864"),
  max_id: refused("X takes ids apart from the text", BY_ID, "haiku max_id:1539382664746020864"),
  since_time: refused("the connector takes days only", BY_DAY, "haiku since_time:1763596800"),
  until_time: refused("the connector takes days only", BY_DAY, "haiku until_time:1763596800"),
  within_time: refused("the connector takes days only", BY_DAY, "haiku within_time:2d"),

  is: own("haiku is:reply"),
  has: own("haiku has:cashtags"),
  list: own("list:84839422"),
  place: own('place:"new york city"'),
  place_country: own("place_country:US"),
  point_radius: own("point_radius:[2.355128 48.861118 16km]"),
  bounding_box: own("bounding_box:[-105.301758 39.964069 -105.178505 40.09455]"),
  geo_bounding_box: own("geo_bounding_box:[-105.301758 39.964069 -105.178505 40.09455]"),
  context: own("context:10.799022225751871488"),
  entity: own('entity:"Michael Jordan"'),
  in_reply_to_tweet_id: own("in_reply_to_tweet_id:1539382664746020864"),
  in_reply_to_status_id: own("in_reply_to_status_id:1539382664746020864"),
  retweets_of_tweet_id: own("retweets_of_tweet_id:1539382664746020864"),
  retweets_of_status_id: own("retweets_of_status_id:1539382664746020864"),
  quotes_of_tweet_id: own("quotes_of_tweet_id:1539382664746020864"),
  quotes_of_status_id: own("quotes_of_status_id:1539382664746020864"),
  min_likes: own("haiku min_likes:10"),
  min_replies: own("haiku min_replies:10"),
  min_reposts: own("haiku min_reposts:10"),
};

/** v1.1's list: is an id, or an owner and a name; v2 has ids only. */
const LIST_BY_NAME = refused(
  "X's API takes the id of a list, not its owner and name",
  "Write list: and the number in the list's address, such as list:84839422",
  "list:contoso/partners",
);

/** Signs that are operators of their own where they stand alone. */
export const SIGNS: Readonly<Record<string, Operator>> = {
  ":)": refused("X's API knows no moods", OWN_WORDS, "haiku :)"),
  ":(": refused("X's API knows no moods", OWN_WORDS, "haiku :("),
  ":-)": refused("X's API knows no moods", OWN_WORDS, "haiku :-)"),
  ":-(": refused("X's API knows no moods", OWN_WORDS, "haiku :-("),
  "?": refused(
    "X's API does not tell questions apart",
    'Leave it out, or search for words of a question, such as "how do"',
    "haiku ?",
  ),
};

/** As docs/search.md lists them. */
export const ALL_OPERATORS: readonly Operator[] = [
  ...Object.values(OPERATORS),
  LIST_BY_NAME,
  ...Object.values(SIGNS),
];

const BY_KEY: ReadonlyMap<string, Operator> = new Map(Object.entries(OPERATORS));

/** Undefined for a name that neither language has, which is a word like any other then. */
export const operatorOf = (name: string, value: string): Operator | undefined => {
  const key = name.toLowerCase();
  if (key === "list" && value.includes("/")) return LIST_BY_NAME;
  return BY_KEY.get(`${key}:${value.toLowerCase()}`) ?? BY_KEY.get(key);
};

/** X's conjunction-required operators: they only narrow what something else finds. */
export const needsCompany = (xText: string): boolean => /^(is|has|lang):/.test(xText);
