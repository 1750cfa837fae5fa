/** The parts of apiProperties.json that a maker's sign-in is made from. */
import type { SignInAddresses } from "./sign-in.ts";

interface ConnectionParameter {
  readonly oAuthSettings?: {
    readonly customParameters: Readonly<
      Record<"authorizationUrl" | "tokenUrl", { readonly value: string }>
    >;
  };
  readonly uiDefinition: { readonly displayName: string; readonly description: string };
}

export interface ApiProperties {
  readonly properties: {
    readonly connectionParameters: Readonly<
      Record<"token" | "token:clientId" | "token:clientSecret", ConnectionParameter>
    >;
  };
}

/** The file names the deployed host; the paths are the same on this machine. Throws when it tells no way to sign in. */
export const addressesOf = ({ properties }: ApiProperties): SignInAddresses => {
  const { oAuthSettings } = properties.connectionParameters.token;
  if (!oAuthSettings) throw new Error("apiProperties.json tells no way to sign in");
  const { authorizationUrl, tokenUrl } = oAuthSettings.customParameters;
  return {
    authorize: new URL(authorizationUrl.value).pathname,
    token: new URL(tokenUrl.value).pathname,
  };
};

export interface AppField {
  readonly title: string;
  readonly hint: string;
}

export interface AppFields {
  readonly clientId: AppField;
  readonly clientSecret: AppField;
}

const fieldOf = ({ uiDefinition }: ConnectionParameter): AppField => ({
  title: uiDefinition.displayName,
  hint: uiDefinition.description,
});

/** How the connection dialog names the two values of the maker's X app. */
export const appFieldsOf = ({ properties }: ApiProperties): AppFields => ({
  clientId: fieldOf(properties.connectionParameters["token:clientId"]),
  clientSecret: fieldOf(properties.connectionParameters["token:clientSecret"]),
});
