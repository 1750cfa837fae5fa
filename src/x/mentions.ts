/** Posts that mention the signed-in user: https://docs.x.com/x-api/users/get-mentions */
import { DETAILS_QUERY } from "./fields.ts";
import type { XSession } from "./session.ts";
import { postPage, type XPage } from "./shapes.ts";

/** X refuses fewer. */
export const MENTIONS_MIN_RESULTS = 5;
/** X refuses more. */
export const MENTIONS_MAX_RESULTS = 100;

export interface MentionsWindow {
  /** Only posts with a larger id. */
  readonly sinceId: string | undefined;
  readonly nextToken: string | undefined;
  /** 5 to 100. */
  readonly maxResults: number;
}

/** One page, newest first. Rejects with XError. */
export const mentions = (
  x: XSession,
  userId: string,
  { sinceId, nextToken, maxResults }: MentionsWindow,
): Promise<XPage> =>
  x.get(`users/${userId}/mentions`, postPage, {
    ...DETAILS_QUERY,
    max_results: maxResults,
    since_id: sinceId,
    pagination_token: nextToken,
  });
