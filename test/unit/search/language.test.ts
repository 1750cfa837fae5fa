/** The classic search language: what a maker writes, and what X is asked, or why it cannot be. */
import { expect, it } from "vitest";
import { parseQuery } from "../../../local/sandbox/search/query.ts";
import { createWorld } from "../../../local/sandbox/world/world.ts";
import { ConnectorError } from "../../../src/connector/errors.ts";
import { translateSearch } from "../../../src/search/translate.ts";

const world = createWorld(() => Date.parse("2026-11-25T12:00:00Z"));

it.each([
  ["from:contoso #x OR #y", "from:contoso (#x OR #y)"],
  ["happy OR sad haiku OR poem", "(happy OR sad) (haiku OR poem)"],
  ["haiku -filter:retweets", "haiku -is:retweet"],
  ["haiku exclude:retweets", "haiku -is:retweet"],
  ["haiku filter:replies", "haiku is:reply"],
  ["haiku exclude:replies", "haiku -is:reply"],
  ["haiku -exclude:replies", "haiku is:reply"],
  ["haiku filter:links", "haiku has:links"],
  ["haiku FILTER:Links", "haiku has:links"],
  ["haiku -filter:links", "haiku -has:links"],
  ["haiku –filter:links", "haiku -has:links"],
  ["haiku filter:images", "haiku has:images"],
  ["haiku filter:twimg", "haiku has:images"],
  ["haiku filter:media", "haiku has:media"],
  ["haiku filter:native_video", "haiku has:video_link"],
  ["haiku filter:verified", "haiku is:verified"],
  ["haiku min_faves:10", "haiku min_likes:10"],
  ["haiku min_retweets:5", "haiku min_reposts:5"],
  ["geocode:37.78,-122.40,10mi", "point_radius:[-122.40 37.78 10mi]"],
  ["haiku geocode:-37.78,122.40,25.5KM", "haiku point_radius:[122.40 -37.78 25.5km]"],
  ["from:@contoso", "from:contoso"],
  ["to:@contoso -retweets_of:@contoso", "to:contoso -retweets_of:contoso"],
  ["from:@contoso, #A OR #B", "from:contoso (#A OR #B)"],
  ["from:contoso. #A, @fabrikam: haiku!", "from:contoso #A @fabrikam haiku"],
  ["#a,#b;cats,dogs", "#a #b cats dogs"],
  ["'@contoso'", "@contoso"],
  ["“blue whale”", '"blue whale"'],
  ["„blauer Wal“ OR «baleine bleue»", '"blauer Wal" OR "baleine bleue"'],
  ['\\"blue whale\\" sea', '"blue whale" sea'],
  ["Research and Development", 'Research "and" Development'],
  ["now or never", 'now "or" never'],
  ["cats AND dogs", "cats dogs"],
  ["Note:hello", '"Note:hello"'],
  ["train at 10:30", 'train at "10:30"'],
  ["http://contoso.com/a?b=1,2.", 'url:"http://contoso.com/a?b=1,2"'],
  ["url:https://contoso.com", 'url:"https://contoso.com"'],
  ["R&D C++ 1,000", '"R&D" "C++" "1,000"'],
  ["coca-cola & -pepsi - fanta", '"coca-cola" -pepsi fanta'],
  ["@contoso's #zoo-map", '@contoso #zoo "-map"'],
  ["--cats dogs", "-cats dogs"],
  ['cats "" "?!"', "cats"],
  ["from:@contoso\u200B\u200Ehappy\thour", "from:contoso happy hour"],
  ["＃haiku ＠contoso", "#haiku @contoso"],
  ["🔥 🔥🔥 C\\D", '🔥 "🔥🔥" "C D"'],
  ['"blue   whale"', '"blue whale"'],
  ["@contoso'll #zoo’s", "@contoso #zoo"],
  ["Sand oracle andy floor", "Sand oracle andy floor"],
  ['place:"new\\ york"', 'place:"new york"'],
  ['from:" @contoso "', "from:contoso"],
  ["geocode:90,180,25mi", "point_radius:[180 90 25mi]"],
  ["geocode:-90,-180,40.2336km", "point_radius:[-180 -90 40.2336km]"],
  ["haiku -(love OR filter:retweets)", "haiku -(love OR is:retweet)"],
])("%s is asked of X in its own words", (written, asked) => {
  expect(translateSearch(written)).toEqual({ query: asked });
  expect(() => parseQuery(world, asked)).not.toThrow();
});

it.each([
  "happy hour",
  '"happy hour"',
  "love OR hate",
  "beer -root",
  "#haiku",
  "$MSFT",
  "@contoso",
  "from:contoso",
  "from:contoso to:contoso_help",
  "url:contoso",
  "haiku lang:en",
  "conversation_id:1334987486343299072",
  "from:contoso #x OR #y is:reply",
  "from:contoso (#x OR #y)",
  "(from:contoso #x) OR #y",
  "haiku -(love OR hate)",
  "haiku -is:nullcast has:cashtags",
  'place:"new york city" OR place_country:US',
  "point_radius:[2.355128 48.861118 16km]",
  "bounding_box:[-105.301758 39.964069 -105.178505 40.09455]",
  'context:10.799022225751871488 OR entity:"Michael Jordan"',
  "in_reply_to_tweet_id:1 OR retweets_of_tweet_id:2 OR quotes_of_tweet_id:3",
  "list:84839422 min_likes:1 min_replies:2 min_reposts:3",
  "会议 OR Zürich",
  'place:"oslo"',
  'url:"https://contoso.com/has:links"',
])("passes untouched where X has the same: %s", (written) => {
  expect(translateSearch(written)).toEqual({ query: written });
  expect(() => parseQuery(world, written)).not.toThrow();
});

const refusalOf = (written: string): ConnectorError => {
  try {
    translateSearch(written);
  } catch (error) {
    if (error instanceof ConnectorError) return error;
  }
  throw new Error(`X can be asked for: ${written}`);
};

it.each([
  ["haiku near:Oslo", '"near:Oslo" at character 7', "geocode:"],
  ["haiku within:15mi", '"within:15mi"', "geocode:"],
  ["haiku :)", '":)" at character 7', "Leave it out"],
  [":( haiku", '":(" at character 1', "Leave it out"],
  ["traffic ?", '"?" at character 9', "how do"],
  ["politics filter:safe", '"filter:safe"', "Leave it out"],
  ["haiku filter:spaces", '"filter:spaces"', "native_video"],
  ["list:contoso/partners", '"list:contoso/partners"', "list:84839422"],
  ["haiku filter:retweets", '"filter:retweets" at character 7', "finds no retweets"],
  ["haiku -exclude:retweets", "finds no retweets", "Get user timeline"],
  ["haiku source:ifttt", '"source:ifttt"', "Leave it out"],
  ["haiku since_id:12", '"since_id:12"', "sinceId"],
  ["geocode:37.78,-122.40,26mi", "over 25 miles", "40km"],
  ["geocode:37.78,-122.40,41km", "over 25 miles", "25mi"],
  ["geocode:97.78,-122.40,10mi", "no circle", "geocode:37.78,-122.40,10mi"],
  ["geocode:37.78,-182.40,10mi", '"geocode:37.78,-182.40,10mi" at character 1', "no circle"],
  ["haiku geocode:1,2,25.1mi", '"geocode:1,2,25.1mi" at character 7', "over 25 miles"],
  ["geocode:Oslo", "no circle", "geocode:37.78,-122.40,10mi"],
  ["lang:en", "cannot stand alone: lang:en", "or from:name beside it."],
  ["filter:links", "cannot stand alone: has:links", "Add a word"],
  ["-haiku", "cannot stand alone: -haiku", "Add a word"],
  ["haiku OR filter:links", "cannot stand alone", "on each side of OR"],
  ["since:2026-11-20", "names nothing", "Add a word"],
  ["& - !", "names nothing", "Add a word"],
  ["haiku since:yesterday", 'no day behind "since:" at character 7', "since:2026-11-20"],
  ["haiku until:2026-02-30", 'no day behind "until:"', "until:2026-11-20"],
  ["haiku -since:2026-11-20", '"since:" at character 8', "outside of OR"],
  ["haiku OR since:2026-11-20", "whole search", "outside of OR"],
  ["haiku since:2026-11-20 until:2026-11-20", "finds nothing between", "a later one"],
  ['haiku from:""', 'nothing behind "from:" at character 7', "right behind it"],
  ["haiku from: contoso", 'nothing behind "from:" at character 7', "right behind it"],
  ["OR haiku", '"OR" where a word is missing at character 1', "between two words"],
  ["haiku OR", "ends where a word is missing at character 9", "between two words"],
  ["haiku OR OR love", '"OR" where a word is missing at character 10', "between two words"],
  ["(haiku", "parenthesis without its other at character 1", "Close it"],
  ["haiku)", '")" without its other at character 6', "Leave it out"],
  ["haiku ()", '")" where a word is missing at character 8', "between two words"],
  ['haiku "love', "quotation mark without its other at character 7", "Close it"],
])("%s is refused, with what to write", (written, problem, instead) => {
  const { code, message, options } = refusalOf(written);
  expect(code).toBe("InvalidParameter");
  expect(message).toContain(problem);
  expect(message).toContain(instead);
  expect(options).toEqual({ target: "searchQuery", details: [{ target: "searchQuery", message }] });
});
