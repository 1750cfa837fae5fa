/** The platform's rules on a whole package: each file by its own rules, and all of them for the same host. */
import { decode } from "fast-png";
import { PLACEHOLDER_CONTACT, PLACEHOLDER_HOST } from "../../src/connector/definition.ts";
import { type Definition, findRuleViolations } from "../connector-rules.ts";
import { findPropertiesViolations, type Properties } from "../properties-rules.ts";
import { type Findings, unless } from "../rule-findings.ts";
import { type ConnectorFiles, FILE_NAMES } from "./connector-files.ts";
import { ICON_SIZE } from "./icon.ts";

const WHITE = 255;
/** An icon of the platform lies on its own background: https://learn.microsoft.com/connectors/custom-connectors/certification-submission */
const iconFindings = (file: string | Uint8Array | undefined): Findings => {
  if (!(file instanceof Uint8Array)) return ["icon.png is missing"];
  const { width, height, channels, data } = decode(file);
  const corner = [...data.slice(0, channels)];
  return [
    ...unless(
      width === ICON_SIZE && height === ICON_SIZE,
      `the icon is not ${ICON_SIZE}×${ICON_SIZE}`,
    ),
    ...unless(channels < 4 || corner[3] === WHITE, "the icon's background is transparent"),
    ...unless(
      !corner.slice(0, 3).every((value) => value === WHITE),
      "the icon's background is white",
    ),
  ];
};

const inFile = (name: string, findings: Findings): Findings =>
  findings.map((finding) => `${name}: ${finding}`);

/** One line a violation; none for a package of the deployment on `host` that the platform should take. */
export const findPackageViolations = (files: ConnectorFiles, host: string): Findings => {
  const textOf = (name: string) => String(files[name] ?? "{}");
  const definition = JSON.parse(textOf(FILE_NAMES.definition)) as Definition & { host: string };
  const propertiesFiles = [
    FILE_NAMES.properties,
    FILE_NAMES.propertiesSet,
    FILE_NAMES.propertiesPkce,
  ];
  return [
    ...inFile(FILE_NAMES.definition, [
      // A contact is asked for by certification alone, and a deployment need not name one.
      ...findRuleViolations(definition).filter(
        (finding) => definition.info.contact || !finding.startsWith("info.contact."),
      ),
      ...unless(definition.host === host, `host is not ${host}`),
    ]),
    ...propertiesFiles.flatMap((name) =>
      inFile(name, findPropertiesViolations(JSON.parse(textOf(name)) as Properties, host)),
    ),
    ...iconFindings(files[FILE_NAMES.icon]),
    ...Object.keys(files).flatMap((name) =>
      [PLACEHOLDER_HOST, PLACEHOLDER_CONTACT].flatMap((placeholder) =>
        unless(!textOf(name).includes(placeholder), `${name}: ${placeholder} is left in it`),
      ),
    ),
  ];
};
