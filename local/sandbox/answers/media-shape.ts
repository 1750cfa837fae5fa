/** A photo, video or GIF as X sends it: https://docs.x.com/x-api/fundamentals/data-dictionary#media */
import type { Schemas } from "@xdevplatform/xdk";
import type { SandboxMedia } from "../world/posts.ts";
import type { Wanted } from "./wanted.ts";
import type { Wire } from "./wire.ts";

const WIDTH = 1200;
const HEIGHT = 675;
const DURATION_MS = 15_000;
const BIT_RATE = 832_000;

export const mediaShape = (
  { key, type, path, videoPath, altText }: SandboxMedia,
  { media: fields }: Wanted,
  origin: string,
): Wire<Schemas.Media> => {
  const shape: Wire<Schemas.Media> = { media_key: key, type };
  const url = `${origin}${path}`;
  const moves = type !== "photo";
  if (fields.has("url") && !moves) shape.url = url;
  if (fields.has("preview_image_url") && moves) shape.preview_image_url = url;
  if (fields.has("alt_text") && altText) shape.alt_text = altText;
  if (fields.has("width")) shape.width = WIDTH;
  if (fields.has("height")) shape.height = HEIGHT;
  if (fields.has("duration_ms") && type === "video") shape.duration_ms = DURATION_MS;
  if (fields.has("public_metrics") && type === "video") shape.public_metrics = { view_count: 0 };
  if (fields.has("variants") && moves) {
    const bit_rate = type === "video" ? BIT_RATE : 0;
    // What is seeded does not move: there is nothing but its preview.
    const variant = `${origin}${videoPath ?? path}`;
    shape.variants = [{ bit_rate, content_type: "video/mp4", url: variant }];
  }
  return shape;
};
