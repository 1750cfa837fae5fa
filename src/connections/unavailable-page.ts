/** What a person sees who signs in while the keys or the store are away. */
import type { Handler } from "../http/message.ts";
import { isAway } from "./away.ts";
import { type Page, pageResponse } from "./page.ts";

const RETRY_SECONDS = 30;
const UNAVAILABLE: Page = {
  title: "The connector cannot sign anybody in right now",
  paragraphs: [
    "A part that it needs is away for a moment. Close this window, wait a minute, and sign in to the connection again.",
    "If it stays like this, tell whoever runs this connector: its address /api/health names the part.",
  ],
};

export const orUnavailablePage =
  (handler: Handler): Handler =>
  async (request, log) => {
    try {
      return await handler(request, log);
    } catch (error) {
      if (!isAway(error)) throw error;
      log("error", { operation: "signIn", cause: error.message });
      return pageResponse(503, UNAVAILABLE, { "Retry-After": String(RETRY_SECONDS) });
    }
  };
