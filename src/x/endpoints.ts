/**
 * Every endpoint of X that the connector calls, and what X bills a call of it by. A path that is not in the table has
 * another type than a session takes, so a call without a price does not compile.
 */
import type { PriceClass } from "./prices.ts";

/** Paths are below /2/, with the names of X's document: https://docs.x.com/x-api */
export const X_ENDPOINTS = {
  "GET tweets/search/recent": "postRead",
  "GET tweets/counts/recent": "counts",
  "GET tweets": "postRead",
  "GET users/{id}/mentions": "postRead",
  "GET users/{id}/tweets": "postRead",
  "GET users/{id}/timelines/reverse_chronological": "postRead",
  "GET users/by/username/{username}": "userRead",
  "GET users/{id}/followers": "userRead",
  "GET users/{id}/following": "userRead",
  "POST tweets": "post",
  "DELETE tweets/{id}": "delete",
  "POST users/{id}/retweets": "repost",
  "DELETE users/{id}/retweets/{source_tweet_id}": "delete",
  "POST media/upload/initialize": "unlisted",
  "POST media/upload/{id}/append": "unlisted",
  "POST media/upload/{id}/finalize": "unlisted",
  "GET media/upload": "unlisted",
  "POST media/metadata": "mediaMetadata",
} as const satisfies Readonly<Record<`${XMethod} ${string}`, PriceClass>>;

/** The methods that X's API has. */
export type XMethod = "GET" | "POST" | "PUT" | "DELETE";
export type XEndpoint = keyof typeof X_ENDPOINTS;

type Filled<Template extends string> = Template extends `${infer Before}{${string}}${infer After}`
  ? `${Before}${string}${Filled<After>}`
  : Template;

/** The paths that can be called by a method. */
export type XPath<Method extends XMethod> = {
  [E in XEndpoint]: E extends `${Method} ${infer Template}` ? Filled<Template> : never;
}[XEndpoint];

const patternOf = (endpoint: string): RegExp =>
  new RegExp(`^${endpoint.replace(/\{\w+\}/g, "[^/]+")}$`);

const PRICED = Object.entries(X_ENDPOINTS).map(
  ([endpoint, price]) => [patternOf(endpoint), price] as const,
);

/** Cost less where the user that the path names owns the X app. */
const OWN_DATA = /^users\/(\d+)\/(tweets|mentions|followers|following)$/;

/** A read is billed for each post or user that X returns. */
export const priceClassOf = (method: XMethod, path: string): PriceClass => {
  const called = `${method} ${path}`;
  const [, price] = PRICED.find(([pattern]) => pattern.test(called)) ?? [];
  if (price === undefined) throw new Error(`${called} has no price in src/x/endpoints.ts.`);
  return price;
};

/** The same for a GET of an app whose owner, where somebody says so, has the id `appOwner`. */
export const readPriceOf = (path: string, appOwner: string | undefined): PriceClass => {
  const price = priceClassOf("GET", path);
  if (appOwner === undefined || OWN_DATA.exec(path)?.[1] !== appOwner) return price;
  return price === "userRead" ? "ownUserRead" : "ownPostRead";
};
