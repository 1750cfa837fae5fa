import { readFile } from "node:fs/promises";
import Ajv from "ajv";
import { describe, expect, it } from "vitest";
import { CONSENT_ADDRESS } from "../../../src/connector/consent-addresses.ts";
import { connectorProperties } from "../../../src/connector/properties.ts";
import { X_SCOPE_TEXT } from "../../../src/connector/scopes.ts";

const read = (path: string) => readFile(new URL(`../../../${path}`, import.meta.url), "utf8");
const flat = (form: "byoa" | "pkce") => {
  const { properties } = connectorProperties(form);
  if (!("connectionParameters" in properties)) throw new Error("These parameters are in a set.");
  return properties.connectionParameters;
};

describe("the properties", () => {
  it("are what is committed", async () => {
    const text = `${JSON.stringify(connectorProperties("byoa"), null, 2)}\n`;
    expect(await read("apiProperties.json")).toBe(text);
  });

  it.each(["byoa", "byoaSet", "pkce"] as const)(
    "validate against Microsoft's schema: %s",
    async (form) => {
      const schema = JSON.parse(await read("test/schemas/apiProperties.schema.json"));
      const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
      validate(connectorProperties(form));
      expect(validate.errors).toBeNull();
    },
  );

  it("ask for the maker's own app, the secret as a secret, and hold none", () => {
    const parameters = flat("byoa");
    expect(Object.keys(parameters)).toEqual(["token", "token:clientId", "token:clientSecret"]);
    expect(parameters["token:clientId"].uiDefinition.displayName).toBe("Consumer Key");
    expect(parameters["token:clientSecret"]).toMatchObject({
      type: "securestring",
      uiDefinition: { displayName: "Consumer Secret", constraints: { required: "true" } },
    });
    expect(parameters.token.oAuthSettings).toMatchObject({
      identityProvider: "oauth2",
      clientId: "dummy",
      redirectMode: "GlobalPerConnector",
      properties: { IsFirstParty: "False", IsOnbehalfofLoginSupported: false },
    });
    expect(parameters.token.oAuthSettings).not.toHaveProperty("clientSecret");
    expect(parameters.token.oAuthSettings.scopes.join(" ")).toBe(X_SCOPE_TEXT);
    expect(parameters.token.oAuthSettings.redirectUrl).toBe(CONSENT_ADDRESS);
  });

  it("come as a set named byoa that nobody can share", () => {
    expect(connectorProperties("byoaSet").properties).toMatchObject({
      connectionParameterSets: { values: [{ name: "byoa", metadata: { allowSharing: false } }] },
    });
  });

  it("let the platform make the challenge where it can", () => {
    expect(flat("pkce").token.oAuthSettings.identityProvider).toBe("oauth2pkce");
  });

  it("have a colour that the platform accepts", () => {
    const { iconBrandColor, capabilities } = connectorProperties("byoa").properties;
    expect(iconBrandColor).toMatch(/^#[0-9a-f]{6}$/);
    expect(["#007ee5", "#ffffff"]).not.toContain(iconBrandColor);
    expect(capabilities).toEqual(["actions", "triggers"]);
  });
});
