/** Pictures for profiles and seeded media, drawn from their name alone. */
import { createHash } from "node:crypto";

const hueOf = (name: string): number =>
  createHash("sha256").update(name).digest().readUInt16BE(0) % 360;

/** A square in a colour of its own with the name's first letters. */
export const profilePicture = (name: string): string => {
  const letters = name
    .replace(/[^A-Za-z0-9]/g, "")
    .slice(0, 2)
    .toUpperCase();
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="96" height="96"><rect width="96" height="96" fill="hsl(${hueOf(name)} 50% 38%)"/><text x="48" y="60" font-family="sans-serif" font-size="36" fill="#fff" text-anchor="middle">${letters}</text></svg>`;
};

/** Hills under a sun, in colours of their own; with a sign to play it where it moves. */
export const landscape = (key: string): string => {
  const hue = hueOf(key);
  const play = key.startsWith("3_")
    ? ""
    : '<circle cx="600" cy="338" r="80" fill="#000" opacity=".55"/><path d="M575 293v90l75-45z" fill="#fff"/>';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 675" width="1200" height="675"><rect width="1200" height="675" fill="hsl(${hue} 60% 82%)"/><circle cx="${200 + (hue % 8) * 100}" cy="190" r="90" fill="hsl(${(hue + 40) % 360} 90% 70%)"/><path d="M0 470Q300 300 600 460T1200 420V675H0z" fill="hsl(${hue} 35% 55%)"/><path d="M0 560Q350 430 700 560T1200 540V675H0z" fill="hsl(${hue} 40% 38%)"/>${play}</svg>`;
};
