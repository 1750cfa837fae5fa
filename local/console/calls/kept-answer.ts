/** Answers as text that can be written down and read again. */
import { type Answer, parseExactly } from "./answer.ts";

export interface KeptAnswer extends Omit<Answer, "headers" | "json" | "request"> {
  /** Its body is not kept: it may be a video. */
  readonly request: Omit<Answer["request"], "body" | "signal">;
  readonly headers: readonly (readonly [string, string])[];
}

export const keptAnswer = ({ json: _, headers, request, ...rest }: Answer): KeptAnswer => {
  const { body: __, signal: ___, ...sent } = request;
  return { ...rest, request: sent, headers: [...headers] };
};

export const answerOf = ({ headers, ...rest }: KeptAnswer): Answer => ({
  ...rest,
  headers: new Map(headers),
  json: parseExactly(rest.text),
});
