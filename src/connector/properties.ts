/**
 * Makes apiProperties.json: how the platform signs a maker in. Three forms from one source: flat parameters, which
 * every tool takes; a parameter set, for those who deploy sets; and the platform's own PKCE.
 * https://learn.microsoft.com/connectors/custom-connectors/connection-parameters
 */
import { CONSENT_ADDRESS } from "./consent-addresses.ts";
import { PLACEHOLDER_HOST, ROUTE_PREFIX } from "./definition.ts";
import { X_SCOPES } from "./scopes.ts";

/**
 * `byoa`: flat connection parameters. `byoaSet`: the same as the parameter set "byoa", not shareable. `pkce`: the
 * platform makes the PKCE challenge, and X calls the platform's own address back, as the reference's set-up text has it.
 */
export type PropertiesForm = "byoa" | "byoaSet" | "pkce";

const DISPLAY = {
  displayName: "Bring your own application",
  description: "Sign in using your own X app.",
};

const CLIENT_ID = {
  type: "string",
  uiDefinition: {
    displayName: "Consumer Key",
    description:
      "The OAuth 2.0 Client ID of your X app (X developer console, Keys and tokens, OAuth 2.0), not its API Key.",
    tooltip:
      "Looks like WW91cjBDbGllbnQwSWQwSGVyZTA6MTpjaQ. An API Key has exactly 25 letters and digits and does not work.",
    constraints: { required: "true" },
  },
};

const CLIENT_SECRET = {
  type: "securestring",
  uiDefinition: {
    displayName: "Consumer Secret",
    description:
      "The OAuth 2.0 Client Secret of the same X app, not its API Key Secret. X shows it once; make a new one if it is lost.",
    constraints: { required: "true", clearText: false },
  },
};

const signIn = (identityProvider: "oauth2" | "oauth2pkce") => {
  const address = (path: string) => ({
    value: `https://${PLACEHOLDER_HOST}${ROUTE_PREFIX}/oauth2/${path}`,
  });
  return {
    type: "oauthSetting",
    oAuthSettings: {
      identityProvider,
      // The maker's own app takes its place; the platform's tools ask for something here.
      clientId: "dummy",
      scopes: X_SCOPES.map(({ scope }) => scope),
      redirectMode: "GlobalPerConnector",
      redirectUrl: CONSENT_ADDRESS,
      properties: { IsFirstParty: "False", IsOnbehalfofLoginSupported: false },
      customParameters: {
        authorizationUrl: address("authorize"),
        tokenUrl: address("token"),
        refreshUrl: address("token"),
      },
    },
    uiDefinition: {
      displayName: "Sign in",
      description: "Sign in to X.",
      constraints: { required: "true" },
    },
  };
};

const parametersOf = (form: PropertiesForm) => {
  const parameters = {
    token: signIn(form === "pkce" ? "oauth2pkce" : "oauth2"),
    "token:clientId": CLIENT_ID,
    "token:clientSecret": CLIENT_SECRET,
  };
  if (form !== "byoaSet") return { connectionParameters: parameters };
  return {
    connectionParameterSets: {
      uiDefinition: { displayName: "Authentication type", description: "How to sign in to X." },
      values: [
        { name: "byoa", uiDefinition: DISPLAY, metadata: { allowSharing: false }, parameters },
      ],
    },
  };
};

/** Of the icon's background, and of the actions in a flow. */
export const ICON_BRAND_COLOR = "#1d4e6b";

/** The properties with the placeholder host. They hold no secret. */
export const connectorProperties = (form: PropertiesForm) => ({
  properties: {
    ...parametersOf(form),
    iconBrandColor: ICON_BRAND_COLOR,
    capabilities: ["actions", "triggers"],
    publisher: "X connector maintainers",
    stackOwner: "X Corp.",
    policyTemplateInstances: [],
  },
});
