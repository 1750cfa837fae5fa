/** A file that was given: what kind it is, what is found in it, and the file with the changes. */
import { type InputFile, isOccurrence, UnreadableDocument } from "./findings.ts";
import { foreignFindings, isForeign } from "./foreign-text.ts";
import { readPackage } from "./package-file.ts";
import { decode, findingsIn, rewrite } from "./text-document.ts";
import { isCanvasApp, isZip, readZip, usesConnector } from "./zip-package.ts";

/** A solution has at most 128 MB, a flow's definition a few. */
const MAX_TEXT = 64 * 1024 ** 2;

const asIs = (bytes: Uint8Array) => () => bytes;

const readApp = (bytes: Uint8Array): InputFile => {
  const isUsing = [...readZip(bytes).contents.values()].some(usesConnector);
  return {
    kind: "canvasApp",
    findings: isUsing
      ? [{ kind: "note", about: "canvasApp", place: "(the app)", besideAChange: false }]
      : [],
    rewritten: asIs(bytes),
  };
};

const isBinary = (bytes: Uint8Array): boolean => bytes.subarray(0, 8192).includes(0);

/** UTF-16, as PowerShell writes it, has zeros too, but begins with a mark of its own. */
const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

/** `name` tells what no content tells: that a zip is a canvas app, that a text is Bicep. Throws an UnreadableDocument. */
export const readInput = (name: string, bytes: Uint8Array): InputFile => {
  if (isCanvasApp(name)) return readApp(bytes);
  if (isZip(bytes)) return readPackage(bytes);
  if (isBinary(bytes) && !isUtf16(bytes))
    return { kind: "binary", findings: [], rewritten: asIs(bytes) };
  if (bytes.length > MAX_TEXT)
    throw new UnreadableDocument("a text of more than 64 MB, which no export has");
  const text = decode(bytes);
  if (isForeign(name, text)) return { ...foreignFindings(name, text), rewritten: asIs(bytes) };
  const document = findingsIn(bytes);
  return {
    ...document,
    rewritten: (replacement) => rewrite(bytes, document.findings.filter(isOccurrence), replacement),
  };
};
