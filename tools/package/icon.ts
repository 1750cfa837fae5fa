/** The connector's icon, drawn for this project: a speech bubble that holds the steps of a flow. */
import { encode } from "fast-png";
import { ICON_BRAND_COLOR } from "../../src/connector/properties.ts";

/** https://learn.microsoft.com/connectors/custom-connectors/certification-submission#icon-requirements */
export const ICON_SIZE = 230;

type Point = readonly [x: number, y: number];
/** How far a point is from a shape's edge, in pixels; negative inside. */
type Shape = (point: Point) => number;
type Color = readonly [red: number, green: number, blue: number];

const circle =
  ([cx, cy]: Point, radius: number): Shape =>
  ([x, y]) =>
    Math.hypot(x - cx, y - cy) - radius;

const roundedBox =
  ([cx, cy]: Point, [halfWidth, halfHeight]: Point, radius: number): Shape =>
  ([x, y]) => {
    const dx = Math.abs(x - cx) - halfWidth + radius;
    const dy = Math.abs(y - cy) - halfHeight + radius;
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
  };

const line =
  ([ax, ay]: Point, [bx, by]: Point, width: number): Shape =>
  ([x, y]) => {
    const [dx, dy] = [bx - ax, by - ay];
    const along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy);
    const nearest = Math.min(1, Math.max(0, along));
    return Math.hypot(x - ax - nearest * dx, y - ay - nearest * dy) - width / 2;
  };

const union =
  (...shapes: readonly Shape[]): Shape =>
  (point) =>
    Math.min(...shapes.map((shape) => shape(point)));

const toColor = (hex: string): Color => {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 0xff, value & 0xff];
};

const BRAND = toColor(ICON_BRAND_COLOR);
const PAPER: Color = [244, 249, 251];
const ACCENT: Color = [240, 150, 60];

const bubble = union(
  roundedBox([115, 103], [78, 58], 28),
  line([86, 150], [68, 186], 22),
  line([100, 150], [68, 186], 14),
);
const steps = union(line([74, 103], [156, 103], 8), circle([74, 103], 16), circle([115, 103], 16));
const lastStep = circle([156, 103], 18);

const LAYERS: readonly (readonly [Shape, Color])[] = [
  [bubble, PAPER],
  [steps, BRAND],
  [lastStep, ACCENT],
];

/** A layer covers a pixel by as much as its edge leaves of it, which makes smooth edges. */
const colorAt = (point: Point): Color =>
  LAYERS.reduce<Color>((below, [shape, color]) => {
    const cover = Math.min(1, Math.max(0, 0.5 - shape(point)));
    const mixed = (index: 0 | 1 | 2) =>
      Math.round(below[index] * (1 - cover) + color[index] * cover);
    return [mixed(0), mixed(1), mixed(2)];
  }, BRAND);

/** PNG, opaque. */
export const drawIcon = (): Uint8Array => {
  const rows = Array.from({ length: ICON_SIZE }, (_, index) => index + 0.5);
  const data = Uint8Array.from(rows.flatMap((y) => rows.flatMap((x) => colorAt([x, y]))));
  return encode({ width: ICON_SIZE, height: ICON_SIZE, channels: 3, data });
};
