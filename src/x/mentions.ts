/** Posts that mention the signed-in user: https://docs.x.com/x-api/users/get-mentions */
import type * as z from "zod";
import { DETAILS_QUERY } from "./fields.ts";
import type { XSession } from "./session.ts";

/** X refuses fewer. */
export const MENTIONS_MIN_RESULTS = 5;
/** X refuses more. */
export const MENTIONS_MAX_RESULTS = 100;

/** X shows so many, the newest. */
export const MENTIONS_REACH = 800;

export interface MentionsWindow {
  /** Only posts with a larger id. */
  readonly sinceId: string | undefined;
  /** Only posts with a smaller id. */
  readonly untilId?: string | undefined;
  readonly nextToken?: string | undefined;
  /** 5 to 100. */
  readonly maxResults: number;
}

/** One page, newest first, as `schema` reads it. Rejects with XError. */
export const mentions = <P>(
  x: XSession,
  schema: z.ZodType<P>,
  userId: string,
  { sinceId, untilId, nextToken, maxResults }: MentionsWindow,
): Promise<P> =>
  x.get(`users/${userId}/mentions`, schema, {
    ...DETAILS_QUERY,
    max_results: maxResults,
    since_id: sinceId,
    until_id: untilId,
    pagination_token: nextToken,
  });
