/** One text: JSON or XML, read and rewritten so that every byte beside the changed values stays. */
import { customizationsFindings } from "./customizations-findings.ts";
import { type Occurrence, UnreadableDocument } from "./findings.ts";
import { type Document, jsonFindings } from "./json-findings.ts";

const BOM = "\u{feff}";

/** Only a text without faults comes out of its decoder as the bytes that went in. Throws an UnreadableDocument. */
export const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UnreadableDocument("no text in UTF-8; save it as UTF-8 first");
  }
};

const splitBom = (text: string): readonly [bom: string, body: string] =>
  text.startsWith(BOM) ? [BOM, text.slice(BOM.length)] : ["", text];

/** Throws an UnreadableDocument. */
export const findingsIn = (bytes: Uint8Array): Document => {
  const [, body] = splitBom(decode(bytes));
  return body.trimStart().startsWith("<") ? customizationsFindings(body) : jsonFindings(body);
};

/** Names and ids need no escape, neither in JSON nor in XML. */
export const rewrite = (
  bytes: Uint8Array,
  occurrences: readonly Occurrence[],
  replacement: (occurrence: Occurrence) => string,
): Uint8Array => {
  const [bom, body] = splitBom(decode(bytes));
  const parts: string[] = [bom];
  let end = 0;
  for (const occurrence of [...occurrences].sort((a, b) => a.offset - b.offset)) {
    parts.push(body.slice(end, occurrence.offset), replacement(occurrence));
    end = occurrence.offset + occurrence.length;
  }
  return Buffer.from([...parts, body.slice(end)].join(""), "utf8");
};
