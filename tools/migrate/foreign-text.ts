/** Texts that name the connector and are not migrated: told by their names, with the lines that name it. */
import type { Advice } from "./advice.ts";
import type { Finding } from "./findings.ts";
import type { KindName } from "./kinds.ts";
import { countIds } from "./microsoft-ids.ts";

interface ForeignKind {
  readonly kind: KindName;
  readonly about: Advice;
  readonly name: RegExp;
  /** What leads to the connector beside an id that is written out; `near` must stand somewhere in the text. */
  readonly line?: RegExp;
  readonly near?: RegExp;
}

const MANAGED_API = /managed_?apis?/i;
const QUOTED = /(["'])twitter\1/i;

const FOREIGN_KINDS: readonly ForeignKind[] = [
  { kind: "bicep", about: "bicep", name: /\.bicep(param)?$/i, line: QUOTED, near: MANAGED_API },
  {
    kind: "terraform",
    about: "terraform",
    name: /\.(tf|tfvars|hcl)(\.json)?$/i,
    line: QUOTED,
    near: MANAGED_API,
  },
  {
    kind: "appSource",
    about: "appSource",
    name: /\.(pa|fx)\.ya?ml$/i,
    // A formula's call of the old connector: it is a data source named Twitter, Twitter_1 …
    line: /(?<![\w.])('Twitter[^']*'|Twitter\w*)\.\w+\(/,
  },
  { kind: "markdown", about: "markdown", name: /\.(md|markdown)$/i },
];

const OTHER: ForeignKind = { kind: "otherText", about: "otherText", name: /$/ };

/** JSON and XML are read as what they are. */
const IS_READ = /\.(json|jsonc|xml)$/i;

const foreignKindOf = (name: string): ForeignKind | undefined =>
  FOREIGN_KINDS.find((kind) => kind.name.test(name));

export const foreignFindings = (
  name: string,
  text: string,
): { kind: KindName; findings: readonly Finding[] } => {
  const { kind, about, line, near } = foreignKindOf(name) ?? OTHER;
  const looksFor = line && (near?.test(text) ?? true) ? line : undefined;
  const findings = text
    .split(/\r\n|\r|\n/)
    .flatMap((content, index): Finding[] =>
      countIds(content) > 0 || looksFor?.test(content)
        ? [{ kind: "note", about, place: `line ${index + 1}`, besideAChange: false }]
        : [],
    );
  return { kind, findings };
};

export const isForeign = (name: string, text: string): boolean =>
  foreignKindOf(name) !== undefined || (!IS_READ.test(name) && !/^\s*[{[<]/.test(text));
