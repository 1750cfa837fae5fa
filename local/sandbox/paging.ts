/** max_results, since_id, until_id and page tokens, with X's refusals. */
import { invalidRequest } from "./problems.ts";

export interface PageRules {
  readonly least: number;
  readonly most: number;
  readonly usual: number;
  /** The name of the parameter that carries a page token. */
  readonly token: string;
}

/** What lies between since_id and until_id. */
export const windowOf = <T extends { readonly id: string }>(
  items: readonly T[],
  query: URLSearchParams,
): T[] => {
  const bound = (name: string) => {
    const value = query.get(name);
    if (value === null) return undefined;
    if (!/^\d{1,19}$/.test(value)) {
      throw invalidRequest(
        name,
        value,
        `The \`${name}\` query parameter value [${value}] is not valid`,
      );
    }
    return BigInt(value);
  };
  const since = bound("since_id");
  const until = bound("until_id");
  return items.filter(({ id }) => {
    const value = BigInt(id);
    return (since === undefined || value > since) && (until === undefined || value < until);
  });
};

export const pageOf = <T>(items: readonly T[], query: URLSearchParams, rules: PageRules) => {
  const asked = query.get("max_results") ?? String(rules.usual);
  const size = Number(asked);
  if (!(Number.isInteger(size) && size >= rules.least && size <= rules.most)) {
    throw invalidRequest(
      "max_results",
      asked,
      `The \`max_results\` query parameter value [${asked}] is not between ${rules.least} and ${rules.most}`,
    );
  }
  const token = query.get(rules.token) ?? query.get("pagination_token");
  const start = token ? Number.parseInt(token.slice(1), 36) : 0;
  if (!Number.isInteger(start))
    throw invalidRequest(rules.token, token ?? "", "The page token is not valid");
  const end = start + size;
  return {
    items: items.slice(start, end),
    next: end < items.length ? `b${end.toString(36)}` : undefined,
  };
};
