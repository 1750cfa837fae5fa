/** The connector that takes the place of Microsoft's, as a person names it on the command line. */
import type { Slot } from "./findings.ts";
import { Refused } from "./refused.ts";

export interface Targets {
  /** Power Automate and Power Apps: the connector's name in the environment. */
  readonly connector?: string;
  /** Logic Apps: the resource id of the custom connector. */
  readonly customApi?: string;
}

/** Spaces and the like are written as their hexadecimal code, so nothing else occurs in a name. */
const CONNECTOR = /^shared_[a-z0-9][a-z0-9.-]*$/i;
/** https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftresources */
const CUSTOM_API =
  /^\/subscriptions\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\/resourceGroups\/[\w.()-]{0,89}[\w()-]\/providers\/Microsoft\.Web\/customApis\/[\w.()-]+$/i;

/** Throws a Refused. */
export const readTargets = (connector?: string, customApi?: string): Targets => {
  if (connector !== undefined && !CONNECTOR.test(connector))
    throw new Refused(
      `--connector ${connector}: give the name alone, such as shared_x-20connector-5f0123456789abcdef.`,
    );
  if (connector?.toLowerCase() === "shared_twitter")
    throw new Refused(
      `--connector ${connector}: this is Microsoft's connector, not its replacement.`,
    );
  if (customApi !== undefined && !CUSTOM_API.test(customApi))
    throw new Refused(
      `--custom-api ${customApi}: give the resource id, /subscriptions/ID/resourceGroups/GROUP/providers/Microsoft.Web/customApis/NAME.`,
    );
  return {
    ...(connector !== undefined && { connector }),
    ...(customApi !== undefined && { customApi }),
  };
};

export type Option = "--connector" | "--custom-api";

export const optionFor = (slot: Slot): Option =>
  slot.startsWith("connector") ? "--connector" : "--custom-api";

/** What takes the place of `before`; undefined when the option for it was not given. */
export const replacementFor = (
  slot: Slot,
  before: string,
  { connector, customApi }: Targets,
): string | undefined => {
  switch (slot) {
    case "connectorId":
      return connector && before.slice(0, before.lastIndexOf("/") + 1) + connector;
    case "connectorName":
      return connector;
    case "connectorShortName":
      return connector?.slice("shared_".length);
    case "customApiId":
      return customApi;
    case "customApiName":
      return customApi?.slice(customApi.lastIndexOf("/") + 1);
    case "customApiType":
      return customApi && "Microsoft.Web/customApis";
  }
};
