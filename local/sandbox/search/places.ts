/** X's operators of the map: what a post's place says against a circle, a box, a name or a country. */
import type { SandboxPlace } from "../world/posts.ts";
import { QueryError, type Token } from "./tokens.ts";

export type PlaceMatcher = (place: SandboxPlace) => boolean;

const EARTH_MILES = 3958.8;
const KM_PER_MILE = 1.609344;
const MOST_MILES = 25;

const refused = ({ name, text, at }: Token): QueryError =>
  new QueryError(`Invalid value for operator '${name}': ${text}`, at);

const partsOf = (token: Token): readonly string[] => {
  const [, inner] = /^\[(.*)\]$/.exec(token.text.trim()) ?? [];
  if (inner === undefined) throw refused(token);
  return inner.trim().split(/\s+/);
};

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

const milesBetween = (a: SandboxPlace, longitude: number, latitude: number): number => {
  const [north, east] = [radians(latitude - a.latitude), radians(longitude - a.longitude)];
  const chord =
    Math.sin(north / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(latitude)) * Math.sin(east / 2) ** 2;
  return 2 * EARTH_MILES * Math.asin(Math.sqrt(chord));
};

const isOnEarth = (longitude: number, latitude: number): boolean =>
  Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;

const circle = (token: Token): PlaceMatcher => {
  const [longitude = "", latitude = "", radius = ""] = partsOf(token);
  const [, size, unit] = /^(\d+(?:\.\d+)?)(mi|km)$/.exec(radius) ?? [];
  const miles = unit === "km" ? Number(size) / KM_PER_MILE : Number(size);
  const isGood = miles <= MOST_MILES && isOnEarth(Number(longitude), Number(latitude));
  if (!isGood) throw refused(token);
  return (place) => milesBetween(place, Number(longitude), Number(latitude)) <= miles;
};

const box = (token: Token): PlaceMatcher => {
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] =
    partsOf(token).map(Number);
  const isGood = isOnEarth(west, south) && isOnEarth(east, north) && west < east && south < north;
  if (!isGood) throw refused(token);
  return ({ longitude, latitude }) =>
    longitude >= west && longitude <= east && latitude >= south && latitude <= north;
};

/** By the operator's name. Each throws QueryError for a value that X refuses. */
export const PLACES: Readonly<Record<string, (token: Token) => PlaceMatcher>> = {
  place({ text }) {
    const wanted = text.toLowerCase();
    return ({ id, name }) => id === text || name.toLowerCase() === wanted;
  },
  place_country(token) {
    if (!/^[a-z]{2}$/i.test(token.text)) throw refused(token);
    return ({ country }) => country === token.text.toUpperCase();
  },
  point_radius: circle,
  bounding_box: box,
  geo_bounding_box: box,
};
