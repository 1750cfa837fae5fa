/** X API v2 as the connector uses it: who calls, may they, is it within the limits, and then the call itself. */
import type { Answers } from "../answers/answers.ts";
import { type Reply, ReplyError } from "../http/reply.ts";
import type { ApiRequest } from "../http/request.ts";
import { readMultipart } from "../media/multipart.ts";
import type { Uploads } from "../media/uploads.ts";
import type { OAuth } from "../oauth/oauth.ts";
import {
  forbidden,
  invalidRequest,
  notFoundPath,
  oauth1Permissions,
  unauthorized,
} from "../problems.ts";
import type { RateLimits } from "../rate-limits.ts";
import type { World } from "../world/world.ts";
import { countEndpoints } from "./counts.ts";
import { type Endpoint, WRITE } from "./endpoint.ts";
import { followEndpoints } from "./follows.ts";
import { mediaEndpoints } from "./media.ts";
import { checkNames } from "./parameters.ts";
import { postCreation } from "./post-creation.ts";
import { postEndpoints } from "./posts.ts";
import { retweetEndpoints } from "./retweets.ts";
import { searchEndpoints } from "./search.ts";
import { timelineEndpoints } from "./timelines.ts";
import { userEndpoints } from "./users.ts";

const ENDPOINTS: readonly Endpoint[] = [
  ...userEndpoints,
  ...followEndpoints,
  ...timelineEndpoints,
  ...searchEndpoints,
  ...countEndpoints,
  ...postEndpoints,
  postCreation,
  ...retweetEndpoints,
  ...mediaEndpoints,
];

export interface ApiParts {
  readonly world: World;
  readonly oauth: OAuth;
  readonly rateLimits: RateLimits;
  readonly answers: Answers;
  readonly uploads: Uploads;
}

export interface ApiReply extends Reply {
  /** Who called, with which app; undefined for a token that is none. */
  readonly userId?: string;
  readonly clientId?: string;
  /** The user who owns that app. */
  readonly owner?: string | undefined;
}

const invalidBody = (): ReplyError => invalidRequest("body", "", "The request body is not valid.");

const parseJson = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString());
  } catch {
    throw invalidBody();
  }
};

/** Answers a call below /2/, refusals included. */
export const createApi = ({ oauth, rateLimits, ...parts }: ApiParts) => {
  const authorize = ({ headers }: ApiRequest, endpoint: Endpoint) => {
    const bearer = oauth.bearer(headers.authorization);
    const me = bearer && parts.world.users.find(bearer.grant.userId);
    if (!bearer || !me) throw unauthorized();
    const { grant, app } = bearer;
    if (me.suspended) {
      throw forbidden("Your account is suspended and is not permitted to access this feature.");
    }
    if (!endpoint.scopes.every((scope) => grant.scopes.includes(scope))) throw forbidden();
    if (endpoint.scopes === WRITE && app.permissions === "read") throw oauth1Permissions();
    return { me, clientId: app.clientId, owner: app.owner };
  };

  return async (request: ApiRequest): Promise<ApiReply> => {
    const { method, path, query, body, headers } = request;
    const below = path.slice("/2/".length);
    const endpoint = ENDPOINTS.find((each) => each.method === method && each.path.test(below));
    let known: Omit<ApiReply, "status"> = {};
    try {
      if (!endpoint) throw notFoundPath();
      const { me, ...app } = authorize(request, endpoint);
      known = { userId: me.id, ...app };
      const limits = rateLimits.take(endpoint.name, me.id, app.clientId, endpoint.limit);
      known = { ...known, headers: { ...limits, "x-access-level": "read-write" } };
      checkNames(query, endpoint.parameters);
      const [, id = "", secondId = ""] = endpoint.path.exec(below) ?? [];
      const contentType = headers["content-type"] ?? "";
      const json = await endpoint.run({
        ...parts,
        me,
        id,
        secondId,
        query,
        contentType,
        json: () => parseJson(body),
        form: () =>
          readMultipart(contentType, body).catch(() => {
            throw invalidBody();
          }),
      });
      return { status: endpoint.status ?? 200, json, ...known };
    } catch (error) {
      if (!(error instanceof ReplyError)) throw error;
      const { reply } = error;
      return { ...reply, ...known, headers: { ...known.headers, ...reply.headers } };
    }
  };
};
