/**
 * How the documents name Microsoft's X connector. Azure compares names and ids without regard to case:
 * https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
 */

/** Stands in a text for a part that only a deployment knows. */
export const UNKNOWN = "\u{fffc}";

const CONNECTOR_NAME = "shared_twitter";
const CONNECTOR_ID = /^\/providers\/Microsoft\.PowerApps\/apis\/shared_twitter$/i;
/** https://learn.microsoft.com/azure/templates/microsoft.web/2016-06-01/connections#apireference */
const MANAGED_API_ID = new RegExp(
  `^(${UNKNOWN}|/?subscriptions/[^/]+(/resourceGroups/[^/]+)?/|/)` +
    "/?providers/Microsoft\\.Web/locations/[^/]+/managedApis/twitter$",
  "i",
);
/** A longer name is another connector's: shared_twitterads, shared_twitter-5f0123. */
const ANY_ID = /\/(apis\/shared_twitter|managedApis\/twitter)(?![\w-]|\.\w)/gi;

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

export const isConnectorName = (text: string): boolean => same(text, CONNECTOR_NAME);
export const isConnectorShortName = (text: string): boolean => same(text, "twitter");
export const isConnectorId = (text: string): boolean => CONNECTOR_ID.test(text);
export const isManagedApiId = (text: string): boolean => MANAGED_API_ID.test(text);
export const isManagedApiType = (text: string): boolean =>
  same(text, "Microsoft.Web/locations/managedApis");

/** How often a text names the connector by an id, whatever stands around it. */
export const countIds = (text: string): number => text.match(ANY_ID)?.length ?? 0;
