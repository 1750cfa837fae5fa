/** What is left of the connector's hourly limits, as its answers tell. */
import type { Answer } from "../calls/answer.ts";

export interface Limit {
  readonly limit: number;
  readonly remaining: number;
  readonly resetSeconds: number;
}

/** Posting has a limit of its own; undefined until a call of that kind was made. */
export interface HourlyLimits {
  readonly posts?: Limit;
  readonly others?: Limit;
}

export const limitOf = ({ headers }: Answer): Limit | undefined => {
  const limit = headers.get("ratelimit-limit");
  if (limit === undefined) return undefined;
  return {
    limit: Number(limit),
    remaining: Number(headers.get("ratelimit-remaining")),
    resetSeconds: Number(headers.get("ratelimit-reset")),
  };
};

export const withAnswer = (limits: HourlyLimits, answer: Answer): HourlyLimits => {
  const limit = limitOf(answer);
  if (!limit) return limits;
  return { ...limits, [answer.request.isPost ? "posts" : "others"]: limit };
};
