/**
 * What Power Platform asks of apiProperties.json beyond its schema, and what this connector's sign-in needs there.
 * https://learn.microsoft.com/connectors/custom-connectors/certification-submission
 * https://learn.microsoft.com/connectors/custom-connectors/connection-parameters
 */
import { isAllowedRedirect } from "../src/connections/redirect-addresses.ts";
import { type Findings, unless } from "./rule-findings.ts";

interface OAuthSettings {
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly scopes?: readonly string[];
  readonly redirectUrl?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly customParameters?: Readonly<Record<string, { readonly value?: string }>>;
}
interface ConnectionParameter {
  readonly type: string;
  readonly oAuthSettings?: OAuthSettings;
  readonly uiDefinition?: {
    readonly displayName?: string;
    readonly description?: string;
    readonly constraints?: Readonly<Record<string, unknown>>;
  };
}
type ConnectionParameters = Readonly<Record<string, ConnectionParameter>>;

/** The parts of the properties that the rules look at. */
export interface Properties {
  readonly properties: {
    readonly iconBrandColor?: string;
    readonly capabilities?: readonly string[];
    readonly publisher?: string;
    readonly stackOwner?: string;
    readonly connectionParameters?: ConnectionParameters;
    readonly connectionParameterSets?: {
      readonly values: readonly {
        readonly name: string;
        readonly metadata?: { readonly allowSharing?: boolean };
        readonly parameters: ConnectionParameters;
      }[];
    };
  };
}

/** The platform's own default and plain white. */
const REFUSED_COLORS = ["#007ee5", "#ffffff"];
const ADDRESSES = ["authorizationUrl", "tokenUrl", "refreshUrl"];

const brandFindings = ({ properties }: Properties): Findings => {
  const color = properties.iconBrandColor?.toLowerCase() ?? "";
  return [
    ...unless(/^#[0-9a-f]{6}$/.test(color), "iconBrandColor is no colour such as #1d4e6b"),
    ...unless(!REFUSED_COLORS.includes(color), `the platform refuses the colour ${color}`),
    ...["actions", "triggers"].flatMap((capability) =>
      unless(
        properties.capabilities?.includes(capability) ?? false,
        `capabilities lacks ${capability}`,
      ),
    ),
    ...unless(Boolean(properties.publisher), "publisher is missing"),
    ...unless(Boolean(properties.stackOwner), "stackOwner is missing"),
  ];
};

const addressFindings = (settings: OAuthSettings, host: string): Findings =>
  ADDRESSES.flatMap((name) => {
    const address = settings.customParameters?.[name]?.value ?? "";
    return unless(
      URL.canParse(address) && new URL(address).origin === `https://${host}`,
      `token: ${name} is not on https://${host}`,
    );
  });

const signInFindings = (token: ConnectionParameter | undefined, host: string): Findings => {
  const settings = token?.oAuthSettings;
  if (token?.type !== "oauthSetting" || !settings) return ["token: no OAuth settings"];
  const { IsFirstParty, IsOnbehalfofLoginSupported } = settings.properties ?? {};
  return [
    ...unless(settings.clientId === "dummy", "token: clientId is not dummy"),
    ...unless(!("clientSecret" in settings), "token: there is a client secret"),
    ...unless((settings.scopes ?? []).length > 0, "token: no scopes"),
    ...unless(
      isAllowedRedirect(settings.redirectUrl ?? "", []),
      "token: redirectUrl is not the platform's",
    ),
    ...unless(IsFirstParty === "False", 'token: IsFirstParty is not the text "False"'),
    ...unless(
      typeof IsOnbehalfofLoginSupported === "boolean",
      "token: IsOnbehalfofLoginSupported is not true or false",
    ),
    ...addressFindings(settings, host),
  ];
};

const labelFindings = (name: string, { uiDefinition }: ConnectionParameter): Findings => [
  ...unless(Boolean(uiDefinition?.displayName), `${name}: no displayName`),
  ...unless(Boolean(uiDefinition?.description), `${name}: no description`),
  ...unless(
    typeof uiDefinition?.constraints?.required === "string",
    `${name}: constraints.required is not a text`,
  ),
];

const parametersFindings = (parameters: ConnectionParameters, host: string): Findings => [
  ...signInFindings(parameters.token, host),
  ...unless(parameters["token:clientId"]?.type === "string", "token:clientId is no string"),
  ...unless(
    parameters["token:clientSecret"]?.type === "securestring",
    "token:clientSecret is no securestring",
  ),
  ...Object.entries(parameters).flatMap(([name, parameter]) => labelFindings(name, parameter)),
];

/** One line a violation; none for properties of the deployment on `host` that keep every rule. */
export const findPropertiesViolations = (properties: Properties, host: string): Findings => {
  const { connectionParameters, connectionParameterSets } = properties.properties;
  const sets = connectionParameterSets?.values ?? [];
  return [
    ...brandFindings(properties),
    ...unless(
      (connectionParameters === undefined) !== (connectionParameterSets === undefined),
      "there must be either connectionParameters or connectionParameterSets",
    ),
    ...(connectionParameters ? parametersFindings(connectionParameters, host) : []),
    ...sets.flatMap(({ name, metadata, parameters }) => [
      ...unless(name === "byoa", `the parameter set ${name} is not byoa`),
      ...unless(metadata?.allowSharing === false, `the parameter set ${name} can be shared`),
      ...parametersFindings(parameters, host),
    ]),
  ];
};
