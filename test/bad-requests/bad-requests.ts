/** Requests that are wrong, made from the definition: each in one thing at least, and most in several. */
import * as fc from "fast-check";
import definition from "../../apiDefinition.swagger.json" with { type: "json" };
import type { RawRequest } from "../host/raw-request.ts";

/** Which shape the answer must have: the connector's error, OAuth's, a page's, or the host's bare status. */
export type AnswerShape = "connector" | "oauth" | "page" | "health" | "bare";

export interface BadRequest extends RawRequest {
  readonly shape: AnswerShape;
}

/** Stands for the signed-in connection's token. */
export const GOOD_TOKEN = "good-token";
/** Parts of what the platform sends that no answer may repeat. */
export const SECRETS = ["sig-of-the-platform", "secret-of-the-maker"] as const;

interface DefinedParameter {
  readonly name: string;
  readonly in: string;
  readonly type?: string;
  readonly required: boolean;
}
interface DefinedOperation {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly DefinedParameter[];
}

const operations: readonly DefinedOperation[] = Object.entries(definition.paths).flatMap(
  ([path, methods]) =>
    Object.entries(methods).map(([method, { parameters }]) => ({
      method: method.toUpperCase(),
      path: `${definition.basePath}${path}`,
      parameters,
    })),
);

const oneOf = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const anyText = fc.string({ unit: "binary", maxLength: 40 });
const textBut = (allowed: RegExp) => anyText.filter((text) => !allowed.test(text.trim()));

/** Encoded as no client should, and none of it a value. */
const ODDLY_ENCODED = ["%zz", "%", "%E0%A4", "%C0%AF", "%ED%A0%80", "%00", "+", "%20%0A", "%u0041"];
const encoded = (text: fc.Arbitrary<string>) => text.map(encodeURIComponent);
const wrong = (...texts: readonly fc.Arbitrary<string>[]) =>
  fc.oneof(oneOf(...ODDLY_ENCODED), ...texts.map(encoded));

const noId = fc.oneof(
  oneOf("-1", "1.0", "1e5", "٣", "1,2", "0x1F", "9".repeat(20), "9".repeat(4_000), "null"),
  textBut(/^\d*$/),
);
const wrongId = wrong(oneOf("0", "01"), noId);
/** Nothing, and any number of noughts, is the beginning. */
const wrongSinceId = fc.oneof(oneOf("%zz", "%E0%A4", "%00"), encoded(noId));
const NO_TIMES = ["yesterday", "1", "NaN", "2026-13-01", "2026-11-25T25:00:00Z", "25.11.2026"];
/** X alone knows whether it is right. */
const isFree = ({ name }: DefinedParameter): boolean => name === "nextToken";
/** Of text, by name, since the definition has no rule for it; encoded. */
const WRONG_TEXT: Readonly<Record<string, fc.Arbitrary<string>>> = {
  userName: wrong(
    oneOf(
      "a/../../x",
      "x".repeat(16),
      "contoso,fabrikam",
      "@@a",
      "ä",
      "a b",
      "<script>",
      "x".repeat(5_000),
    ),
    textBut(/^@?\w{0,15}$/),
  ),
  tweetId: wrongId,
  sinceId: wrongSinceId,
  searchQuery: fc.oneof(
    oneOf("", "+", "%20%20"),
    encoded(oneOf("é".repeat(471), "💍".repeat(236), `x${" ".repeat(469)}x`)),
    encoded(fc.string({ minLength: 471, maxLength: 600 }).map((text) => `x${text}x`)),
  ),
  tweetIds: encoded(oneOf("x", "-1", "1.0", "null", "1,x", "1 2 three")),
  startTime: encoded(oneOf(...NO_TIMES)),
  endTime: encoded(oneOf(...NO_TIMES)),
  sortOrder: encoded(oneOf("sideways", "0", "null", "recency,relevancy")),
  granularity: encoded(oneOf("week", "0", "null", "hour,day")),
  // With no media beside it, as here.
  tweetText: oneOf("", "+", "%0A%20"),
};
const WRONG_OF_TYPE: Readonly<Record<string, fc.Arbitrary<string>>> = {
  integer: wrong(
    oneOf("0", "-1", "1.5", "NaN", "Infinity", "0x10", "１２", "1,2", "1 2", "--1", "true"),
    textBut(/^[\d+.eE]*$/),
  ),
  number: wrong(
    oneOf("-1", "-0.01", "NaN", "Infinity", "1e999", "0x10", "１２", "1,2", "1 2", "$2", "true"),
    textBut(/^[\d+.eE-]*$/),
  ),
  boolean: wrong(
    oneOf("yes", "1", "0", "tru", "null", "true,false", "on"),
    textBut(/^(true|false)?$/i),
  ),
};
const GOOD: Readonly<Record<string, string>> = {
  userName: "contoso",
  searchQuery: "contoso",
  tweetId: "1460323737035677698",
  tweetIds: "1460323737035677698",
  sinceId: "1460323737035677698",
  maxResults: "5",
  trimUser: "true",
  tweetText: "hello",
  perDay: "2.50",
  perMonth: "30",
};

/** Throws for a parameter that nobody has told here what is wrong with. */
const wrongValue = ({ name, type = "" }: DefinedParameter): fc.Arbitrary<string> => {
  const values = WRONG_OF_TYPE[type] ?? WRONG_TEXT[name];
  if (!values) throw new Error(`There is no wrong value for ${name}.`);
  return values;
};

const ODD_PARAMETERS = [
  "__proto__=1",
  "constructor=",
  "=",
  "a[]=1&a[]=2",
  "triggerState=%zz",
  "%ff=%ff",
];
const ODD_HEADERS: readonly Readonly<Record<string, string>>[] = [
  {},
  { "x-ms-client-request-id": "a\tb", "x-ms-correlation-id": "<id>" },
  { "x-ms-apim-referrer-prefix": "javascript:alert(1)" },
  { "x-ms-trigger-callback-url": `https://a.example/?sig=${SECRETS[0]}` },
  { "x-ms-workflow-id": "\xff".repeat(500), "x-ms-workflow-run-id": "x".repeat(4_000) },
  { accept: "text/html;q=9", "content-type": "text/plain; charset=klingon" },
  { __proto__: "1", constructor: "1", cookie: "=;=" } as Readonly<Record<string, string>>,
  { "x-forwarded-host": "evil.example/<script>", "x-forwarded-proto": "gopher" },
];

const WRONG_AUTHORIZATION: readonly (string | undefined)[] = [
  undefined,
  "",
  "Bearer",
  "Bearer null",
  `Basic ${Buffer.from("a:b").toString("base64")}`,
  `bearer ${GOOD_TOKEN}x`,
  `Bearer ${GOOD_TOKEN} ${GOOD_TOKEN}`,
  `Bearer ${"x".repeat(7_000)}`,
  "Bearer eyJhbGciOiJub25lIn0.e30.",
  "Bearer eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA",
  "Bearer ....",
];

const WRONG_BODIES: readonly string[] = [
  "{}",
  "[]",
  "[".repeat(5_000),
  '"!!!"',
  '{"$content":5}',
  '{"$content":"',
  '{"$content-type":"image/png","$content":"!!!"}',
  '{"$content":{"$content":"AAAA"}}',
  "data:image/png;base64,@@@",
  "data:,",
  "%PDF-1.7 %",
  "PK\x03\x04",
  "<svg xmlns='http://www.w3.org/2000/svg'/>",
  "\x7fELF",
];

const anyOperation = oneOf(...operations);
const anyOddity = fc.record({
  odd: fc.array(oneOf(...ODD_PARAMETERS), { maxLength: 2 }),
  headers: oneOf(...ODD_HEADERS),
});

const authorized = { authorization: `Bearer ${GOOD_TOKEN}` };
const good = ({ name }: DefinedParameter): string => `${name}=${GOOD[name] ?? ""}`;
const inQuery = ({ parameters }: DefinedOperation) =>
  parameters.filter((each) => each.in === "query");
const operationWithQuery = oneOf(...operations.filter((each) => inQuery(each).length > 0));
const toTarget = (path: string, query: readonly string[]): string =>
  query.length > 0 ? `${path}?${query.join("&")}` : path;

/** One parameter is wrong, missing, misspelt or wrong before it is right; the others may be right or wrong. */
const wrongParameter: fc.Arbitrary<BadRequest> = operationWithQuery.chain((operation) => {
  const { method, path } = operation;
  const parameters = inQuery(operation);
  const indexes = parameters.flatMap((each, at) => (isFree(each) ? [] : [at]));
  return fc.record({ index: oneOf(...indexes), oddity: anyOddity }).chain(({ index, oddity }) =>
    fc
      .record({
        parts: fc.tuple(
          ...parameters.map((parameter, at) => {
            if (isFree(parameter)) return fc.constant(good(parameter));
            const { name, required } = parameter;
            const bad = wrongValue(parameter).map((value) => `${name}=${value}`);
            if (at !== index) return fc.oneof(fc.constant(good(parameter)), bad);
            const before = bad.map((text) => `${text}&${good(parameter)}`);
            const missing = oneOf("", `${name.toUpperCase()}=x`, `${name}%00=x`);
            return required ? fc.oneof(bad, bad, before, missing) : fc.oneof(bad, before);
          }),
        ),
      })
      .map(({ parts }) => ({
        shape: "connector" as const,
        method,
        target: toTarget(path, [...parts, ...oddity.odd]),
        headers: { ...oddity.headers, ...authorized },
      })),
  );
});

const wrongToken: fc.Arbitrary<BadRequest> = fc
  .record({
    operation: anyOperation,
    oddity: anyOddity,
    authorization: oneOf(...WRONG_AUTHORIZATION),
  })
  .map(({ operation, oddity, authorization }) => ({
    shape: "connector",
    method: operation.method,
    target: toTarget(operation.path, [...inQuery(operation).map(good), ...oddity.odd]),
    headers: { ...oddity.headers, ...(authorization !== undefined && { authorization }) },
  }));

const wrongBody: fc.Arbitrary<BadRequest> = fc
  .record({
    operation: oneOf(
      ...operations.filter(({ parameters }) => parameters.some((each) => each.in === "body")),
    ),
    oddity: anyOddity,
    body: fc.oneof(
      oneOf(...WRONG_BODIES),
      fc
        .uint8Array({ maxLength: 60 })
        .map((bytes) => `\x01${Buffer.from(bytes).toString("latin1")}`),
    ),
    type: oneOf(
      "image/png",
      "application/json",
      "application/octet-stream",
      "multipart/form-data",
      ";",
    ),
  })
  .map(({ operation, oddity, body, type }) => ({
    shape: "connector",
    method: operation.method,
    target: toTarget(operation.path, [...inQuery(operation).map(good), ...oddity.odd]),
    headers: {
      ...oddity.headers,
      ...authorized,
      "content-type": type,
      "content-length": String(Buffer.byteLength(body, "latin1")),
    },
    body: Buffer.from(body, "latin1"),
  }));

const wrongRoute: fc.Arbitrary<BadRequest> = fc
  .record({
    operation: anyOperation,
    method: oneOf("PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE"),
    end: oneOf("", "/x", "%2F", "%00x".slice(3), ";a", "/../..", "//"),
  })
  .filter(({ operation, method, end }) => end !== "" || method !== operation.method)
  .map(({ operation: { path }, method, end }) => ({
    shape: "bare",
    method,
    target: `${path}${end}`,
    headers: authorized,
  }));

/** An address that is refused is shown to who asked, so that one holds no secret. */
const secretField = fc.tuple(
  oneOf("client_secret", "code", "refresh_token", "state"),
  oneOf(SECRETS[1]),
);
const plainField = fc.tuple(
  oneOf(
    "grant_type",
    "client_id",
    "client_secret",
    "code",
    "refresh_token",
    "redirect_uri",
    "state",
    "code_challenge",
    "code_challenge_method",
    "response_type",
    "error",
  ),
  fc.oneof(
    oneOf(
      "authorization_code",
      "refresh_token",
      "dummy",
      "a".repeat(25),
      "%zz",
      "%00",
      "S256",
      "code",
    ),
    oneOf(
      "https%3A%2F%2Fevil.example%2Fredirect",
      "javascript:alert(1)",
      "U2FuZGJveEFwcDoxOmNp",
      "%3Cscript%3E",
    ),
    encoded(anyText),
  ),
);
const oauthFields = fc
  .array(fc.oneof({ weight: 8, arbitrary: plainField }, secretField), { maxLength: 6 })
  .map((fields) => fields.map((pair) => pair.join("=")));

const wrongTokenRequest: fc.Arbitrary<BadRequest> = fc
  .record({
    fields: oauthFields,
    headers: oneOf(...ODD_HEADERS),
    authorization: oneOf(
      "",
      "Basic",
      "Basic !!!",
      `Basic ${Buffer.from(`:${SECRETS[1]}`).toString("base64")}`,
      "Basic JTp6eg==",
    ),
    noise: oneOf("", "{}", "\xff\xfe", "&&==&"),
  })
  .map(({ fields, headers, authorization, noise }) => {
    const body = [...fields, noise].join("&");
    return {
      shape: "oauth",
      method: "POST",
      target: `${definition.basePath}/oauth2/token`,
      headers: { ...headers, authorization, "content-length": String(Buffer.byteLength(body)) },
      body,
    };
  });

const oddPage = (route: string, shape: AnswerShape): fc.Arbitrary<BadRequest> =>
  fc.record({ query: oauthFields, headers: oneOf(...ODD_HEADERS) }).map(({ query, headers }) => ({
    shape,
    target: toTarget(`${definition.basePath}/${route}`, query),
    headers: { ...headers, ...authorized },
  }));

export const badRequest: fc.Arbitrary<BadRequest> = fc.oneof(
  { weight: 10, arbitrary: wrongParameter },
  { weight: 3, arbitrary: wrongToken },
  { weight: 3, arbitrary: wrongBody },
  { weight: 1, arbitrary: wrongRoute },
  { weight: 2, arbitrary: wrongTokenRequest },
  { weight: 1, arbitrary: oddPage("oauth2/authorize", "page") },
  { weight: 1, arbitrary: oddPage("oauth2/callback", "page") },
  { weight: 1, arbitrary: oddPage("connect", "page") },
  { weight: 1, arbitrary: oddPage("health", "health") },
);
