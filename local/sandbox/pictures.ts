/** Pictures for profiles and media, drawn from their name alone. */
import { createHash } from "node:crypto";

/** An SVG in a colour of its own with the name's first letters. */
export const pictureOf = (name: string): string => {
  const hue = createHash("sha256").update(name).digest().readUInt16BE(0) % 360;
  const letters = name
    .replace(/[^\p{L}\p{N}]/gu, "")
    .slice(0, 2)
    .toUpperCase();
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="96" height="96"><rect width="96" height="96" fill="hsl(${hue} 55% 45%)"/><text x="48" y="60" font-family="sans-serif" font-size="36" fill="#fff" text-anchor="middle">${letters}</text></svg>`;
};
