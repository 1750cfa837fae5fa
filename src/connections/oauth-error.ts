/** An error of the token endpoint in OAuth's own words: https://www.rfc-editor.org/rfc/rfc6749#section-5.2 */

export const OAUTH_STATUS = {
  invalid_request: 400,
  invalid_client: 401,
  invalid_grant: 400,
  unauthorized_client: 400,
  unsupported_grant_type: 400,
  access_denied: 403,
  temporarily_unavailable: 503,
} as const;

export type OAuthErrorCode = keyof typeof OAUTH_STATUS;

export class OAuthError extends Error {
  override readonly name = "OAuthError";
  readonly code: OAuthErrorCode;
  /** For the log only. */
  readonly reason: string | undefined;

  /** `description` tells the person who signs in what to do. */
  constructor(code: OAuthErrorCode, description: string, reason?: string) {
    super(description);
    this.code = code;
    this.reason = reason;
  }
}
