/** A call as a command of the terminal; the token stays out of it. */
import { type CallRequest, contentTypeOf } from "./answer.ts";

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** The bytes of a file are not written out: they are those of a file beside the command. */
const dataOf = async (body: Blob): Promise<string> =>
  body instanceof File
    ? `--data-binary ${quoted(`@${body.name}`)}`
    : `--data ${quoted(await body.text())}`;

export const asCurl = async ({ method, url, body }: CallRequest, origin: string): Promise<string> =>
  [
    `curl -X ${method}`,
    '-H "Authorization: Bearer $TOKEN"',
    ...(body
      ? [`-H ${quoted(`Content-Type: ${contentTypeOf(body)}`)}`, await dataOf(body)]
      : method === "GET"
        ? []
        : ["-H 'Content-Length: 0'"]),
    quoted(`${origin}${url}`),
  ].join(" ");
