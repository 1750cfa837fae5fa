/** The colours that tell operations apart, in both themes. */
import { tokens } from "@fluentui/react-components";

const SHADES = [
  tokens.colorPaletteBlueBorderActive,
  tokens.colorPaletteMarigoldBorderActive,
  tokens.colorPaletteTealBorderActive,
  tokens.colorPaletteBerryBorderActive,
  tokens.colorPaletteForestBorderActive,
  tokens.colorPalettePurpleBorderActive,
];

/** By its place among the operations; the last ones share a grey. */
export const shadeOf = (place: number): string =>
  SHADES[place] ?? tokens.colorNeutralStrokeAccessible;
