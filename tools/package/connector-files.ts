/** The files that the platform's tools take, for one deployment. */
import { connectorDefinition, PLACEHOLDER_HOST } from "../../src/connector/definition.ts";
import { connectorProperties, type PropertiesForm } from "../../src/connector/properties.ts";
import { operations } from "../../src/operations/index.ts";
import { drawIcon } from "./icon.ts";
import { type ConnectorParts, logicAppsTemplate } from "./logic-apps-template.ts";

/** By name. */
export type ConnectorFiles = Readonly<Record<string, string | Uint8Array>>;

export const FILE_NAMES = {
  definition: "apiDefinition.swagger.json",
  properties: "apiProperties.json",
  /** The sign-in as a parameter set, which only the command-line tools deploy. */
  propertiesSet: "apiProperties.set.json",
  /** The sign-in with the platform's own PKCE. */
  propertiesPkce: "apiProperties.pkce.json",
  icon: "icon.png",
  settings: "settings.json",
  logicApps: "logic-apps.json",
} as const;

/** https://learn.microsoft.com/connectors/custom-connectors/paconn-cli#settings-file; paconn asks for the environment. */
const PACONN_SETTINGS = {
  apiProperties: FILE_NAMES.properties,
  apiDefinition: FILE_NAMES.definition,
  icon: FILE_NAMES.icon,
  powerAppsUrl: "https://api.powerapps.com",
  powerAppsApiVersion: "2016-11-01",
};

const toText = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

/** Nobody reads mail to a placeholder: without a deployment's own address the definition names no contact. */
const withContact = (definition: object, email: string | undefined): object => {
  const { info, ...rest } = definition as { readonly info: { readonly contact: object } };
  const { contact, ...others } = info;
  return { info: email ? { ...others, contact: { ...contact, email } } : others, ...rest };
};

/**
 * `host` is a host that was checked, so it can stand in JSON and in addresses as it is. `contact` is the address that
 * makers may write to, where there is one.
 */
export const connectorFiles = (host: string, contact?: string): ConnectorFiles => {
  const onHost = (value: object): string => toText(value).replaceAll(PLACEHOLDER_HOST, host);
  const properties = (form: PropertiesForm): string => onHost(connectorProperties(form));
  const definition = onHost(withContact(connectorDefinition(operations), contact));
  const icon = drawIcon();
  const template = logicAppsTemplate({
    host,
    definition: JSON.parse(definition) as ConnectorParts["definition"],
    properties: (JSON.parse(properties("byoa")) as Pick<ConnectorParts, "properties">).properties,
    icon,
  });
  return {
    [FILE_NAMES.definition]: definition,
    [FILE_NAMES.properties]: properties("byoa"),
    [FILE_NAMES.propertiesSet]: properties("byoaSet"),
    [FILE_NAMES.propertiesPkce]: properties("pkce"),
    [FILE_NAMES.icon]: icon,
    [FILE_NAMES.settings]: toText(PACONN_SETTINGS),
    [FILE_NAMES.logicApps]: toText(template),
  };
};
