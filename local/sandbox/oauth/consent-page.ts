/** The page where a person lets an app in, or does not. */
import { PAGE_STYLE } from "../../../src/connections/page-style.ts";
import type { SandboxUser } from "../world/users.ts";
import type { ConsentRequest } from "./consent.ts";

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);

const WHAT_SCOPES_MEAN: Readonly<Record<string, string>> = {
  "tweet.read": "All the posts you can view, including posts from protected accounts.",
  "tweet.write": "Post and repost for you.",
  "users.read": "Any account you can view, including protected accounts.",
  "follows.read": "People who follow you and people who you follow.",
  "media.write": "Upload media for you.",
  "offline.access": "Stay connected to your account until you revoke access.",
};

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<style>${PAGE_STYLE}</style></head>
<body><main>${body}</main></body></html>`;

const hidden = ([name, value]: readonly [string, string]): string =>
  `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`;

/** `query` comes back with the decision; `users` may sign in, the first unless another is chosen. */
export const consentPage = (
  { app, scopes }: ConsentRequest,
  query: URLSearchParams,
  users: readonly SandboxUser[],
): string => {
  const meaning = (scope: string) => escaped(WHAT_SCOPES_MEAN[scope] ?? "");
  return page(
    "Authorize app",
    `<h1>${escaped(app.name)} wants to access your X account</h1>
<p>This is the sandbox: nothing here reaches X.</p>
<p>Things this app can do:</p>
<ul>${scopes.map((scope) => `<li><code>${escaped(scope)}</code> ${meaning(scope)}</li>`).join("")}</ul>
<form method="post" action="/i/oauth2/authorize">
${[...query].map(hidden).join("\n")}
<p><label>Sign in as <select name="username">${users.map(({ username, name }) => `<option value="${escaped(username)}">@${escaped(username)} (${escaped(name)})</option>`).join("")}</select></label></p>
<button name="decision" value="authorize">Authorize app</button>
<button name="decision" value="cancel">Cancel</button>
</form>`,
  );
};

/** X tells no reason either. */
export const refusalPage = (): string =>
  page(
    "Something went wrong",
    "<h1>Something went wrong</h1><p>You weren’t able to give access to the App. Go back and try logging in again.</p>",
  );
