/**
 * The address of a request, read as Kestrel reads it, the server of the real host. What Node takes and Kestrel refuses
 * is refused here: https://github.com/dotnet/aspnetcore/blob/v8.0.0/src/Servers/Kestrel/Core/src/Internal/Http/Http1Connection.cs
 */
import type { IncomingMessage } from "node:http";
import { Refusal } from "./refusal.ts";

/** https://learn.microsoft.com/dotnet/api/microsoft.aspnetcore.server.kestrel.core.kestrelserverlimits.maxrequestlinesize */
const MAX_REQUEST_LINE_BYTES = 8192;
/** https://learn.microsoft.com/dotnet/api/microsoft.aspnetcore.server.kestrel.core.kestrelserverlimits.maxrequestheadercount */
const MAX_HEADERS = 100;

/** A name or an address, and a port: nothing that would make something else of the address that it becomes part of. */
const HOST = /^(?:[\w.~!$&'()*+,;=%-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;
const NUL = /^[^?]*%00/;
const ABSOLUTE = /^https?:\/\//i;

/** Node keeps the first of several, and its own list of each header ends at one named `__proto__`. */
const hostsOf = ({ rawHeaders }: IncomingMessage): readonly string[] =>
  rawHeaders.filter((_, index) => index % 2 === 1 && /^host$/i.test(rawHeaders[index - 1] ?? ""));

/** HTTP/1.0 knows no Host, and an empty one is allowed: then it is this server's own. */
const authorityOf = (request: IncomingMessage): string => {
  const [host, ...more] = hostsOf(request);
  if (more.length > 0) throw new Refusal(400);
  const authority = host || `127.0.0.1:${request.socket.localPort}`;
  if (!HOST.test(authority)) throw new Refusal(400);
  return authority;
};

const parse = (address: string): URL => {
  if (!URL.canParse(address)) throw new Refusal(400);
  return new URL(address);
};

/** Throws Refusal. */
export const requestUrl = (request: IncomingMessage): URL => {
  const { method, url: target = "", rawHeaders } = request;
  if (`${method} ${target} HTTP/1.1\r\n`.length > MAX_REQUEST_LINE_BYTES) throw new Refusal(414);
  if (rawHeaders.length / 2 > MAX_HEADERS) throw new Refusal(431);
  const own = `http://${authorityOf(request)}`;
  if (target === "*") {
    if (method !== "OPTIONS") throw new Refusal(405);
    return parse(own);
  }
  if (NUL.test(target)) throw new Refusal(400);
  if (target.startsWith("/")) return parse(`${own}${target}`);
  if (!ABSOLUTE.test(target)) throw new Refusal(400);
  const url = parse(target);
  if (url.origin !== parse(own).origin || url.username || url.password) throw new Refusal(400);
  return url;
};
