/** JSON with every digit of X's 64-bit ids, which JSON.stringify cannot write. */
import { stringify } from "lossless-json";

/** `value` holds plain data; its bigints become integers. */
export const toExactJson = (value: object): string => String(stringify(value));
