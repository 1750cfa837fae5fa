/** The host of a deployment, as an admin gives it: a public DNS name and nothing else. */
import { PLACEHOLDER_HOST } from "../../src/connector/definition.ts";

const EXAMPLE = "Give the host alone, such as contoso-x.azurewebsites.net.";
/** A label of RFC 1123; the last one begins with a letter, so that no form of an IP address passes. */
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const TOP_LABEL = /^[a-z]([a-z0-9-]{0,61}[a-z0-9])$/;
/** Names that no public resolver answers: RFC 6761, RFC 6762, RFC 8375 and ICANN's private-use name. */
const PRIVATE_NAMES = ["localhost", "local", "internal", "test", "invalid", "home.arpa"];

/** Signs that a browser would take for others, such as full-width dots, are refused before anything else. */
const PRINTABLE_ASCII = /^[\x21-\x7e]*$/;

const problemOf = (host: string): string | undefined => {
  const labels = host.split(".");
  if (host.includes("//")) return "it has a scheme";
  if (/[/\\?#@]/.test(host)) return "it has more than a host";
  if (host.includes(":")) return "it has a port or is an IP address";
  if (labels.length < 2) return "it has no domain";
  if (!TOP_LABEL.test(labels.at(-1) ?? "")) return "it is an IP address or has no top-level domain";
  if (!labels.every((label) => LABEL.test(label)) || host.length > 253) return "it is no DNS name";
  if (PRIVATE_NAMES.some((name) => host.endsWith(`.${name}`)))
    return "the platform cannot reach it";
  if (host === PLACEHOLDER_HOST) return "it is the placeholder, not your Function App";
  return undefined;
};

/** The host in lower case. Throws an Error that says what is wrong with it. */
export const readDeploymentHost = (text: string): string => {
  const host = text.toLowerCase();
  const problem = PRINTABLE_ASCII.test(text)
    ? problemOf(host)
    : "it has signs beyond plain letters, digits, dots and hyphens";
  if (problem) throw new Error(`"${text}" is no host of a deployment: ${problem}. ${EXAMPLE}`);
  return host;
};
