/** Checks of query parameters, with X's refusals. */
import { invalidRequest } from "../problems.ts";

const ID = /^[0-9]{1,19}$/;
const USERNAME = /^[A-Za-z0-9_]{1,15}$/;

const pick = (parameter: string, value: string, problem: string) =>
  invalidRequest(
    parameter,
    value,
    `The \`${parameter}\` query parameter value [${value}] ${problem}`,
  );

export const checkNames = (query: URLSearchParams, allowed: readonly string[]): void => {
  for (const [name, value] of query) {
    if (!allowed.includes(name)) {
      throw invalidRequest(
        name,
        value,
        `The query parameter [${name}] is not one of [${allowed.join(",")}]`,
      );
    }
  }
};

export const requiredParameter = (query: URLSearchParams, name: string): string => {
  const value = query.get(name);
  if (!value)
    throw invalidRequest(name, value ?? "", `The \`${name}\` query parameter can not be empty`);
  return value;
};

export const checkUsername = (parameter: string, value: string): string => {
  if (!USERNAME.test(value)) throw pick(parameter, value, `does not match ${USERNAME.source}`);
  return value;
};

export const checkId = (parameter: string, value: string): string => {
  if (!ID.test(value)) throw pick(parameter, value, "is not valid");
  return value;
};

/** A list of up to a hundred values. */
export const readValues = (
  query: URLSearchParams,
  name: string,
  check: (parameter: string, value: string) => string,
): string[] => {
  const values = requiredParameter(query, name).split(",");
  if (values.length > 100) {
    throw invalidRequest(
      name,
      values,
      `The number of values in the \`${name}\` query parameter list [${values.length}] is not between 1 and 100`,
    );
  }
  return values.map((value) => check(name, value));
};

export const readCount = (
  query: URLSearchParams,
  { least, most, usual }: { readonly least: number; readonly most: number; readonly usual: number },
): number => {
  const value = query.get("max_results");
  if (value === null) return usual;
  if (!/^-?\d{1,10}$/.test(value)) throw pick("max_results", value, "is not a valid number");
  const count = Number(value);
  if (count < least || count > most) {
    throw pick("max_results", value, `is not between ${least} and ${most}`);
  }
  return count;
};

export const readChoice = <T extends string>(
  query: URLSearchParams,
  name: string,
  allowed: readonly T[],
): readonly T[] =>
  (query.get(name)?.split(",") ?? []).map((value) => {
    const choice = allowed.find((each) => each === value);
    if (!choice) throw pick(name, value, `is not one of [${allowed.join(",")}]`);
    return choice;
  });

export const readId = (query: URLSearchParams, name: string): bigint | undefined => {
  const value = query.get(name);
  return value === null ? undefined : BigInt(checkId(name, value));
};

const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** Epoch milliseconds. */
export const readTime = (query: URLSearchParams, name: string): number | undefined => {
  const value = query.get(name);
  if (value === null) return undefined;
  const time = TIME.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) throw pick(name, value, "is not a valid time");
  return time;
};
