/** The request that comes to X's consent page, and what the browser goes back with. */
import type { World } from "../world/world.ts";
import { allowsCallback, type SandboxAppRegistration } from "./apps.ts";

export interface ConsentRequest {
  readonly app: SandboxAppRegistration;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly state: string;
  readonly challenge: string;
}

/** What a code stands for until it is redeemed. */
export interface PendingCode {
  readonly clientId: string;
  readonly userId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly challenge: string;
}

/** https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code#scopes */
const SCOPES: ReadonlySet<string> = new Set(
  "tweet.read tweet.write tweet.moderate.write users.email users.read follows.read follows.write offline.access space.read mute.read mute.write like.read like.write list.read list.write block.read block.write bookmark.read bookmark.write dm.read dm.write media.write".split(
    " ",
  ),
);
const MAX_STATE = 500;
const CHALLENGE = /^[\w-]{43,128}$/;

/** Undefined for whatever X shows its "Something went wrong" page for: it sends nobody to an address it does not know. */
export const readConsentRequest = (
  apps: ReadonlyMap<string, SandboxAppRegistration>,
  query: URLSearchParams,
): ConsentRequest | undefined => {
  const get = (name: string) => query.get(name) ?? "";
  const app = apps.get(get("client_id"));
  const redirectUri = get("redirect_uri");
  const scopes = get("scope").split(" ").filter(Boolean);
  const state = get("state");
  const challenge = get("code_challenge");
  if (!app || !allowsCallback(app, redirectUri)) return undefined;
  const allowed = app.scopes ? new Set(app.scopes) : SCOPES;
  const isGood =
    get("response_type") === "code" &&
    get("code_challenge_method") === "S256" &&
    CHALLENGE.test(challenge) &&
    state.length > 0 &&
    state.length <= MAX_STATE &&
    scopes.length > 0 &&
    scopes.every((scope) => allowed.has(scope));
  return isGood ? { app, redirectUri, scopes, state, challenge } : undefined;
};

/** Where the browser goes. `keep` keeps what the code stands for. */
export const decideConsent = (
  { app, redirectUri, scopes, state, challenge }: ConsentRequest,
  form: URLSearchParams,
  world: World,
  keep: (pending: PendingCode) => string,
): string => {
  const back = new URL(redirectUri);
  back.searchParams.set("state", state);
  const user = world.users.named(form.get("username") ?? "");
  if (form.get("decision") !== "authorize" || !user) {
    back.searchParams.set("error", "access_denied");
    return back.href;
  }
  const { clientId } = app;
  back.searchParams.set(
    "code",
    keep({ clientId, userId: user.id, redirectUri, scopes, challenge }),
  );
  return back.href;
};
