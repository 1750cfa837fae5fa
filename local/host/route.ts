/** Route templates: literal segments and `{parameters}`, matched as ASP.NET Core matches them in the real host. */

export interface Route {
  readonly template: string;
  /** The route's parameters when `path` is one of this route. */
  match(path: string): Readonly<Record<string, string>> | undefined;
}

const PARAMETER = /\{(\w+)\}/g;
const escapeLiteral = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Throws on what templates of ASP.NET Core can hold beyond plain parameters. */
export const compileRoute = (template: string): Route => {
  const parts = template.replace(/^\/|\/$/g, "").split(PARAMETER);
  const names = parts.filter((_, index) => index % 2 === 1);
  const literals = parts.filter((_, index) => index % 2 === 0);
  if (literals.some((literal) => /[{}]/.test(literal))) {
    throw new Error(`The route ${template} has more than plain parameters.`);
  }
  const pattern = new RegExp(`^/${literals.map(escapeLiteral).join("([^/]+)")}/?$`, "i");
  return {
    template,
    match: (path) => {
      const values = pattern.exec(path)?.slice(1);
      return values && Object.fromEntries(names.map((name, index) => [name, values[index] ?? ""]));
    },
  };
};

/**
 * A path as routes see it: decoded, but for `%2F`, which stays as it came; what is no valid encoding stays too.
 * https://github.com/Azure/azure-functions-host/issues/9290
 */
export const toRoutingPath = (pathname: string): string => {
  if (!pathname.includes("%")) return pathname;
  try {
    return decodeURIComponent(pathname.replace(/%(2f)/gi, "%25$1"));
  } catch {
    return pathname;
  }
};
