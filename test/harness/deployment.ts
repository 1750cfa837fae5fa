/** What `azd up` makes of infra/ with the longest name of an environment, as Resource Manager would be told. */
import { bicep, compileMain, deployedBy, type Resource } from "./arm-template.ts";

/** Undefined where there is no compiler. */
export const template = bicep && (await compileMain());

/** azd's own limit, which the template must not fall short of. */
export const LONGEST_NAME = "e".repeat(64);

export const deployed = (parameters: Readonly<Record<string, unknown>> = {}): Resource[] => {
  if (!template) throw new Error("There is no compiler, so there is no template.");
  return deployedBy(template, {
    environmentName: LONGEST_NAME,
    location: "westeurope",
    alertEmail: "owner@contoso.example",
    ...parameters,
  });
};

export const ofType = (type: string, resources: readonly Resource[] = deployed()) =>
  resources.filter((resource) => resource.type === type);

export const propertiesOf = <T>(type: string, resources: readonly Resource[] = deployed()) =>
  ofType(type, resources).map(({ properties }) => properties as T);
