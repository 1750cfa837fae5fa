/** The hostile answers, made from a true one: every kind there is, and a wrong value at every place. */
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { HostileAnswer, Mutation, TrueAnswer } from "./answer.ts";

const JSON_TYPE = "application/json; charset=utf-8";

const whole = (
  status: number,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = { "content-type": JSON_TYPE },
): HostileAnswer => ({ status, headers, body: Buffer.from(body), ending: "whole" });

const mutation = (name: string, of: Mutation["of"]): Mutation => ({ name, of });

const STATUSES = [
  200, 201, 202, 203, 204, 205, 206, 226, 299, 300, 301, 302, 303, 304, 305, 307, 308, 399, 400,
  401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 418, 421,
  422, 423, 424, 425, 426, 428, 429, 431, 444, 451, 499, 500, 501, 502, 503, 504, 505, 507, 508,
  511, 520, 524, 529, 599, 600, 999,
];
const BODIES: Readonly<Record<string, (truth: TrueAnswer) => string>> = {
  "its own body": ({ body }) => body,
  "no body": () => "",
  "a page": () => "<!DOCTYPE html><html><body>Error – try again…</body></html>",
  "a problem": () => '{"title":"Odd – title","detail":"line\\r\\nbreak.","type":"about:blank"}',
};
const statuses = STATUSES.flatMap((status) =>
  Object.entries(BODIES).map(([name, of]) =>
    mutation(`status ${status} with ${name}`, (truth) =>
      whole(status, of(truth), {
        "content-type": JSON_TYPE,
        location: "http://127.0.0.1:1/elsewhere",
        "x-rate-limit-reset": status % 2 ? "1e300" : "soon",
        "x-rate-limit-remaining": "0",
      }),
    ),
  ),
);

const TYPES = [
  "",
  "text/html",
  "text/plain",
  "application/xml",
  "image/png",
  "application/problem+json",
  "multipart/mixed",
  "application/json; charset=utf-16",
  "äö",
];
const types = TYPES.map((type) =>
  mutation(`content type '${type}'`, ({ status, body }) =>
    whole(status, body, { "content-type": Buffer.from(type).toString("latin1") }),
  ),
);

const PACKED: readonly (readonly [string, (bytes: Buffer) => Buffer])[] = [
  ["gzip", (bytes) => gzipSync(bytes)],
  ["br", (bytes) => brotliCompressSync(bytes)],
];
const corrupt = (bytes: Buffer): Buffer => {
  const copy = Buffer.from(bytes);
  for (let at = 12; at < copy.length; at += 7) copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
};
/** 30 MB of blanks in a few kilobytes, made once. */
const BOMBS: Readonly<Record<string, Buffer>> = {
  gzip: gzipSync(Buffer.alloc(30 * 1024 * 1024, " ")),
  br: brotliCompressSync(Buffer.alloc(30 * 1024 * 1024, " "), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
  }),
};
const encodings = PACKED.flatMap(([encoding, pack]) => {
  const packed = (
    name: string,
    of: (truth: TrueAnswer) => Buffer,
    ending: HostileAnswer["ending"] = "whole",
  ) =>
    mutation(`${encoding}, ${name}`, (truth) => ({
      status: truth.status,
      headers: { "content-type": JSON_TYPE, "content-encoding": encoding },
      body: of(truth),
      ending,
    }));
  const right = ({ body }: TrueAnswer) => pack(Buffer.from(body));
  return [
    packed("right", right),
    packed("corrupt", (truth) => corrupt(right(truth))),
    packed("cut off but ended", (truth) => right(truth).subarray(0, -9)),
    packed("cut off", (truth) => right(truth).subarray(0, -9), "cut"),
    packed("silent half-way", (truth) => right(truth).subarray(0, 20), "silence"),
    packed("not packed at all", ({ body }) => Buffer.from(body)),
    packed("packed twice", (truth) => pack(right(truth))),
    packed("empty", () => Buffer.alloc(0)),
    packed("30 MB in little", () => BOMBS[encoding] ?? Buffer.alloc(0)),
  ];
}).concat(
  ["deflate", "zstd", "compress", "gzip, br", "x-nothing", "constructor"].map((encoding) =>
    mutation(`encoding ${encoding}`, ({ status, body }) =>
      whole(status, body, { "content-type": JSON_TYPE, "content-encoding": encoding }),
    ),
  ),
);

const DOCUMENTS = [
  "null",
  "true",
  "0",
  "-1",
  '""',
  '"text"',
  "[]",
  "[null]",
  "{}",
  "[{}]",
  '{"data":null}',
  '{"data":[]}',
  '{"data":{}}',
  '{"data":[null]}',
  '{"data":[{}]}',
  '{"data":[[]]}',
  '{"data":"text"}',
  '{"data":5}',
  '{"data":true}',
  '{"errors":null}',
  '{"errors":[]}',
  '{"errors":{}}',
  '{"errors":"text"}',
  '{"errors":[null]}',
  '{"errors":[5]}',
  '{"errors":["text"]}',
  '{"errors":[{}]}',
  '{"errors":[{"title":"Only a title"}]}',
  '{"errors":[{"code":131,"message":"Internal error."}]}',
  '{"errors":[{"message":null,"detail":5,"type":[]}]}',
  '{"errors":[{"parameters":null,"message":"x"}]}',
  '{"errors":[{"parameters":[],"message":"x"}]}',
  '{"errors":[{"type":"https://api.x.com/2/problems/usage-capped","title":"Capped"}]}',
  '{"errors":[{"type":"x/constructor","parameters":{"constructor":[]},"message":"x"}]}',
  '{"errors":[{"detail":"User has been suspended: [x]."}]}',
  '{"data":null,"errors":[{"title":"x"}]}',
  '{"data":[],"errors":[{"title":"x"}]}',
  '{"data":{"retweeted":false}}',
  '{"data":{"retweeted":"yes"}}',
  '{"data":{"id":5}}',
  '{"data":{"id":""}}',
  '{"data":{"id":"../../x"}}',
  '{"data":{"id":"1e3"}}',
  '{"data":[{"id":"99999999999999999999999"}]}',
  '{"data":[],"includes":null,"meta":null}',
  '{"meta":{"next_token":"again","result_count":0}}',
  '{"data":[],"meta":{"next_token":"again"}}',
  '{"data":{"id":"7","processing_info":null}}',
  '{"data":{"id":"7","processing_info":{}}}',
  '{"data":{"id":"7","processing_info":[]}}',
  '{"data":{"id":"7","processing_info":{"state":"failed"}}}',
  '{"data":{"id":"7","processing_info":{"state":"failed","error":null}}}',
  '{"data":{"id":"7","processing_info":{"state":"odd","check_after_secs":1e300}}}',
  '{"__proto__":{"data":[]}}',
  '{"title":5,"detail":{},"type":[],"status":"x"}',
  '{"data":',
  "\ufeff{}",
  "nul",
  " ",
  "\u0000",
  `${"[".repeat(100_000)}${"]".repeat(100_000)}`,
  `{"errors":[{"message":"${"–".repeat(100_000)}"}]}`,
];
const documents = [200, 201, 400, 403, 404, 429, 503].flatMap((status) =>
  DOCUMENTS.map((body) =>
    mutation(`status ${status}: ${body.slice(0, 60)}`, () => whole(status, body)),
  ),
);

const HALF = (body: string): Buffer => Buffer.from(body).subarray(0, body.length / 2);
const as =
  (ending: HostileAnswer["ending"], body: (truth: TrueAnswer) => Buffer) =>
  (truth: TrueAnswer): HostileAnswer => ({
    status: truth.status,
    headers: { "content-type": JSON_TYPE },
    body: body(truth),
    ending,
  });
const connections = [
  mutation(
    "cut off half-way",
    as("cut", ({ body }) => HALF(body)),
  ),
  mutation(
    "cut off at its last byte",
    as("cut", ({ body }) => Buffer.from(body).subarray(0, -1)),
  ),
  mutation(
    "cut off before any byte",
    as("cut", () => Buffer.alloc(0)),
  ),
  mutation(
    "silent before any byte",
    as("silence", () => Buffer.alloc(0)),
  ),
  mutation(
    "silent half-way",
    as("silence", ({ body }) => HALF(body)),
  ),
  mutation(
    "a byte now and then",
    as("drip", ({ body }) => Buffer.from(body)),
  ),
  mutation(
    "blanks now and then",
    as("drip", () => Buffer.alloc(10_000, " ")),
  ),
  mutation(
    "without end",
    as("flood", () => Buffer.alloc(1024 * 1024, " ")),
  ),
  mutation(
    "no HTTP",
    as("raw", () => Buffer.from("SSH-2.0-OpenSSH_9.6\r\n")),
  ),
  mutation(
    "nothing at all",
    as("raw", () => Buffer.alloc(0)),
  ),
  mutation(
    "switched protocols",
    as("raw", () =>
      Buffer.from(
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n{}",
      ),
    ),
  ),
  mutation(
    "told to go on, then nothing",
    as("raw", () => Buffer.from("HTTP/1.1 100 Continue\r\n\r\n")),
  ),
  mutation(
    "early hints, then the end",
    as("raw", () => Buffer.from("HTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\n")),
  ),
  mutation(
    "two lengths",
    as("raw", () =>
      Buffer.from("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}x"),
    ),
  ),
  mutation(
    "a broken chunk",
    as("raw", () =>
      Buffer.from("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n"),
    ),
  ),
  mutation(
    "two answers",
    as("raw", () =>
      Buffer.from(
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}",
      ),
    ),
  ),
  mutation(
    "a header of 1 MB",
    as("raw", () => Buffer.from(`HTTP/1.1 200 OK\r\nX: ${"x".repeat(1_000_000)}\r\n\r\n{}`)),
  ),
  mutation(
    "status 0",
    as("raw", () => Buffer.from("HTTP/1.1 000 Odd\r\nContent-Length: 2\r\n\r\n{}")),
  ),
];

/** What no slow machine need wait for: those that end only by the time-out. */
export const isSlow = ({ name }: Mutation): boolean => /silent|now and then|go on|hints/.test(name);

/** The same for every call of X. */
export const GENERAL: readonly Mutation[] = [
  ...connections,
  ...encodings,
  ...types,
  ...documents,
  ...statuses,
];

const WRONG: readonly unknown[] = [
  null,
  true,
  5,
  -1,
  1.5,
  1e300,
  "",
  "text – line\r\nbreak",
  [],
  {},
  [null],
  [[]],
  [{}],
  { id: null },
  "99999999999999999999999",
];

type Place = readonly (string | number)[];
const placesOf = (value: unknown, place: Place = []): Place[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([name, each]) => [
        [...place, name],
        // One item of a list stands for all.
        ...(Array.isArray(value) && name !== "0" ? [] : placesOf(each, [...place, name])),
      ])
    : [];

const withValue = (document: unknown, [name, ...rest]: Place, value: unknown): unknown => {
  if (name === undefined) return value;
  const copy = Array.isArray(document) ? [...document] : { ...(document as object) };
  const members = copy as Record<string | number, unknown>;
  members[name] = withValue(members[name], rest, value);
  return copy;
};

/** A wrong value, or none, at every place of a true answer. */
export const atEveryPlace = ({ body }: TrueAnswer): Mutation[] => {
  if (body === "") return [];
  const document: unknown = JSON.parse(body);
  return placesOf(document).flatMap((place) =>
    [undefined, ...WRONG].map((value) =>
      mutation(`${place.join(".")}: ${JSON.stringify(value) ?? "left out"}`, ({ status }) =>
        whole(status, JSON.stringify(withValue(document, place, value))),
      ),
    ),
  );
};
