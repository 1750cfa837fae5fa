/**
 * Where X sends the person back. X's code goes on to the platform, sealed together with what is needed to redeem it, so
 * that nothing is stored and nobody else can use it.
 */
import * as z from "zod";
import type { Handler } from "../http/message.ts";
import { SealError, type Sealer } from "../sealing/seal.ts";
import { SIGN_IN_SECONDS, signInCookie, signInSchema } from "./authorize.ts";
import { type Page, pageResponse } from "./page.ts";

/** X's own lives 30 s: https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code */
export const CODE_SECONDS = 60;

/** What the platform gets as a code. */
export const codeSchema = z.object({
  code: z.string(),
  verifier: z.string(),
  clientId: z.string(),
  redirectUri: z.string(),
  callback: z.string(),
});

export interface CallbackOptions {
  readonly sealer: Sealer;
  callbackUrl(request: { readonly url: URL; readonly headers: Headers }): string;
}

const EXPIRED: Page = {
  title: "This sign-in has expired",
  paragraphs: [
    `It was started more than ${SIGN_IN_SECONDS / 60} minutes ago, in another browser, or cookies are blocked for this site.`,
    "Close this window, allow cookies for this site and sign in to the connection again.",
  ],
};

const denied = (error: string, description: string): Page => ({
  title: error === "access_denied" ? "You did not give access" : "X refused the sign-in",
  paragraphs: [
    error === "access_denied"
      ? "At X, the app was not authorized, so the connection cannot be used. Sign in again and choose “Authorize app”."
      : `X answered: ${description || error}. Check that your X app has OAuth 2.0 switched on, is of type “Web App, Automated App or Bot”, has read and write permissions, and lists this connector's callback address.`,
  ],
});

const cookieValue = (headers: Headers, name: string): string | undefined =>
  headers
    .get("cookie")
    ?.split(";")
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);

export const createCallbackHandler =
  ({ sealer, callbackUrl }: CallbackOptions): Handler =>
  async ({ url, headers }) => {
    const nonce = url.searchParams.get("state") ?? "";
    const sealed = cookieValue(headers, signInCookie(nonce));
    if (!sealed) return pageResponse(400, EXPIRED);
    const signIn = await sealer.open("state", sealed, signInSchema).catch((error: unknown) => {
      if (error instanceof SealError) return undefined;
      throw error;
    });
    if (signIn?.nonce !== nonce) return pageResponse(400, EXPIRED);

    const callback = callbackUrl({ url, headers });
    const forget = {
      "Set-Cookie": `${signInCookie(nonce)}=; Path=${new URL(callback).pathname}; Max-Age=0; HttpOnly; SameSite=Lax`,
    };
    const back = new URL(signIn.redirectUri);
    if (signIn.state) back.searchParams.set("state", signIn.state);

    const error = url.searchParams.get("error");
    const code = url.searchParams.get("code");
    if (error || !code) {
      back.searchParams.set("error", error ?? "server_error");
      const page = denied(error ?? "no code", url.searchParams.get("error_description") ?? "");
      const link = { href: back.href, text: "Back to Power Platform" };
      return pageResponse(400, { ...page, link }, forget);
    }
    const { verifier, clientId, redirectUri } = signIn;
    back.searchParams.set(
      "code",
      await sealer.seal("code", { code, verifier, clientId, redirectUri, callback }, CODE_SECONDS),
    );
    return {
      status: 302,
      headers: { Location: back.href, "Cache-Control": "no-store", ...forget },
      body: "",
    };
  };
