/** What an admin and a maker enter at X and in Power Platform, with this deployment's own values, ready to copy. */
import { type AdjustableLimits, changedLimits } from "../connector/adjustable-limits.ts";
import { X_SCOPE_TEXT } from "../connector/scopes.ts";
import type { Handler } from "../http/message.ts";
import { pageResponse } from "./page.ts";
import { IDLE_HOURS } from "./slots.ts";

export interface ConnectPageOptions {
  callbackUrl(request: { readonly url: URL }): string;
  readonly limits: AdjustableLimits;
}

export const createConnectPage =
  ({ callbackUrl, limits }: ConnectPageOptions): Handler =>
  async ({ url }) => {
    const callback = callbackUrl({ url });
    return pageResponse(200, {
      title: "Connect this connector to X",
      paragraphs: [
        "1. In the X developer console, open (or create) your app and its “User authentication settings”. Choose the app permissions “Read and write” and the type of app “Web App, Automated App or Bot”, enter the callback address below exactly as it stands, and any website address.",
        "2. Save, and copy the OAuth 2.0 Client ID and Client Secret that X shows. These are not the API Key and API Key Secret.",
        "3. In Power Automate, Power Apps or Logic Apps, add an action of this connector and create a connection: the Client ID goes into “Consumer Key”, the Client Secret into “Consumer Secret”. Then sign in.",
        `Connections for each X account: ${limits.connectionsPerUser}. One more takes the place of one that can no longer work, was never used, or was not used for ${IDLE_HOURS} hours; where all are in use, signing in once more takes the place of the one used least recently.`,
      ],
      facts: [
        ["Callback address, for X", callback],
        ["Host of this connector, for packaging", new URL(callback).host],
        ["Scopes that the sign-in asks X for", X_SCOPE_TEXT],
        ...changedLimits(limits).map(
          ({ title, value, documented }) =>
            [`Limit set here: ${title}`, `${value} instead of ${documented}`] as const,
        ),
      ],
      link: { href: "https://console.x.com", text: "Open the X developer console" },
    });
  };
