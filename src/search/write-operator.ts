/** One operator as X takes it. */
import type { Meaning } from "./operators.ts";
import { refusal } from "./refusal.ts";
import { type OperatorToken, quoted } from "./tokens.ts";

/** https://docs.x.com/x-api/posts/search/integrate/operators: "Radius must be less than 25mi" */
const MOST_MILES = 25;
const KM_PER_MILE = 1.609344;
const CIRCLE = /^(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?),(\d+(?:\.\d+)?)(mi|km)$/i;
/** What needs no quotation marks in a value. */
const PLAIN_VALUE = /^(?:[\p{L}\p{M}\p{N}_.-]+|\[.*\])$/u;

const CIRCLE_FORM = "Write geocode:latitude,longitude,radius, such as geocode:37.78,-122.40,10mi";

const circle = ({ value, source, at }: OperatorToken): string => {
  const [, latitude = "", longitude = "", radius = "", unit = ""] = CIRCLE.exec(value) ?? [];
  const isOnEarth = Math.abs(Number(latitude)) <= 90 && Math.abs(Number(longitude)) <= 180;
  if (radius === "" || !isOnEarth) {
    throw refusal(`"${source}"`, at, "it names no circle on the map", CIRCLE_FORM);
  }
  const miles = unit.toLowerCase() === "km" ? Number(radius) / KM_PER_MILE : Number(radius);
  if (miles > MOST_MILES) {
    throw refusal(
      `"${source}"`,
      at,
      `its radius is over ${MOST_MILES} miles`,
      `Write a radius of at most ${MOST_MILES}mi, or ${Math.floor(MOST_MILES * KM_PER_MILE)}km`,
    );
  }
  return `point_radius:[${longitude} ${latitude} ${radius}${unit.toLowerCase()}]`;
};

const named = (name: string, { value, isPhrase }: OperatorToken): string =>
  `${name}:${PLAIN_VALUE.test(value) && !isPhrase ? value : quoted(value)}`;

const byHandle = (name: string, { value }: OperatorToken): string =>
  `${name}:${value.trim().replace(/^[@＠]/u, "")}`;

export type Written = Exclude<Meaning, { readonly is: "time" }>;

/** A "-" before it stands in the text, where v2 says the opposite. Throws ConnectorError for what X has not. */
export const writeOperator = (token: OperatorToken, meaning: Written): string => {
  const { name, source, at } = token;
  switch (meaning.is) {
    case "same":
      return meaning.value === "handle" ? byHandle(name, token) : named(name, token);
    case "own":
      return named(name, token);
    case "renamed":
      return named(meaning.to, token);
    case "written":
      return meaning.as;
    case "circle":
      return circle(token);
    case "refused":
      throw refusal(`"${source}"`, at, meaning.why, meaning.instead);
  }
};
