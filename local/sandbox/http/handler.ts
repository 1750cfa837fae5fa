/** Takes each request to where it belongs, and carries out the faults that are asked for. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import type { ApiReply } from "../api/api.ts";
import type { Bill } from "../bill.ts";
import { billPage } from "../bill-page.ts";
import { FAULT_REPLIES } from "../fault-replies.ts";
import type { FaultOutcome, Faults } from "../faults.ts";
import { landscape, profilePicture } from "../media/pictures.ts";
import type { Uploads } from "../media/uploads.ts";
import type { OAuth } from "../oauth/oauth.ts";
import { type RecordedCalls, resourcesIn } from "../recorded-calls.ts";
import type { World } from "../world/world.ts";
import { type Reply, ReplyError } from "./reply.ts";
import { type ApiRequest, readRequest } from "./request.ts";

export interface HandlerParts {
  readonly world: World;
  readonly oauth: OAuth;
  readonly faults: Faults;
  readonly calls: RecordedCalls;
  readonly bill: Bill;
  readonly uploads: Uploads;
  readonly api: (request: ApiRequest) => Promise<ApiReply>;
  readonly control: (request: ApiRequest) => Reply;
}

/** `now` is X's own time, which X tells with every answer. */
const send = (
  response: ServerResponse,
  { status, headers, json, raw }: Reply,
  now: number,
): void => {
  const body = raw ?? (json === undefined ? undefined : JSON.stringify(json));
  const type = raw === undefined && body && { "content-type": "application/json; charset=utf-8" };
  const length = body !== undefined && { "content-length": Buffer.byteLength(body) };
  const date = { date: new Date(now).toUTCString() };
  response.writeHead(status, { ...date, ...type, ...headers, ...length }).end(body);
};

/** Only what says success is changed. */
const changed = (truth: ApiReply | undefined, outcome: FaultOutcome): ApiReply | undefined =>
  outcome.kind === "changed" && truth?.status === 200
    ? { ...truth, json: outcome.change(truth.json) }
    : truth;

const { creditsDepleted } = FAULT_REPLIES;
const NO_SUCH: Reply = { status: 404, headers: { "content-type": "text/plain" }, raw: "Not found" };

export const createHandler = (parts: HandlerParts) => {
  const { world, oauth, faults, calls, bill, uploads, api, control } = parts;

  const answerApi = async (request: ApiRequest): Promise<ApiReply> => {
    const endpoint = `${request.method} ${request.path}`;
    if (!/^POST \/2\/oauth2\/(token|revoke)$/.test(endpoint)) {
      return bill.isOutOfCredits() ? creditsDepleted().reply : api(request);
    }
    const form = new URLSearchParams(request.body.toString());
    const { authorization } = request.headers;
    try {
      return endpoint.endsWith("token")
        ? oauth.token(form, authorization)
        : oauth.revoke(form, authorization);
    } catch (error) {
      if (error instanceof ReplyError) return error.reply;
      throw error;
    }
  };

  const handleApi = async (request: ApiRequest, response: ServerResponse): Promise<void> => {
    const { method, path, query } = request;
    const fault = faults.take(method, path);
    const outcome = fault?.outcome ?? { kind: "truth" };
    const early = fault?.afterEffect ? await answerApi(request) : undefined;
    if (fault?.delayMs) await delay(fault.delayMs);
    const isTrue = outcome.kind === "truth" || outcome.kind === "changed";
    const truth = isTrue ? (early ?? (await answerApi(request))) : early;
    const reply = "reply" in outcome ? outcome.reply : changed(truth, outcome);
    const isAnswered = outcome.kind !== "cut" && outcome.kind !== "hang";
    const isBilled = truth !== undefined && truth.status < 300 && outcome.kind !== "refused";
    if (isBilled && truth.clientId && truth.userId) {
      const { clientId, userId, owner } = truth;
      // What X left out of its answer it did not return; what was lost on its way it did.
      const { json } = (outcome.kind === "changed" ? reply : truth) ?? truth;
      bill.add({ clientId, userId, owner, method, path, json });
    }
    calls.add({
      method,
      path,
      query: Object.fromEntries(query),
      status: isAnswered ? (reply?.status ?? 0) : 0,
      userId: truth?.userId,
      resources: resourcesIn(path, truth?.json),
      at: new Date(world.now()).toISOString(),
    });
    if (outcome.kind === "cut") response.destroy();
    else if (isAnswered && reply) send(response, reply, world.now());
  };

  const answerPicture = (path: string): Reply => {
    const svg = { "content-type": "image/svg+xml" };
    const [, folder, name = ""] = /^\/media\/(profiles|pictures)\/(\w+)\.svg$/.exec(path) ?? [];
    if (folder === "profiles") return { status: 200, headers: svg, raw: profilePicture(name) };
    if (folder === "pictures") return { status: 200, headers: svg, raw: landscape(name) };
    const upload = uploads.contentOf(/^\/media\/uploads\/(\d+)$/.exec(path)?.[1] ?? "");
    if (!upload) return NO_SUCH;
    return { status: 200, headers: { "content-type": upload.type }, raw: upload.bytes };
  };

  const answerRest = (request: ApiRequest): Reply => {
    const { method, path, query, body } = request;
    if (path.startsWith("/sandbox/")) return control(request);
    if (path.startsWith("/media/")) return answerPicture(path);
    if (path === "/bill") return billPage(bill);
    if (path !== "/i/oauth2/authorize") return NO_SUCH;
    return method === "POST"
      ? oauth.decide(new URLSearchParams(body.toString()))
      : oauth.ask(query);
  };

  return async (incoming: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const request = await readRequest(incoming, url);
    if (request.path.startsWith("/2/")) await handleApi(request, response);
    else send(response, answerRest(request), world.now());
  };
};
