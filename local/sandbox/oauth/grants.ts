/**
 * Live tokens. An app has one live grant of a user: signing in again ends all its tokens, a refresh ends the refresh
 * token that was used. https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code
 */

export interface Grant {
  readonly clientId: string;
  readonly userId: string;
  readonly scopes: readonly string[];
}

const ACCESS_SECONDS = 7200;

const keyOf = ({ clientId, userId }: Grant): string => `${clientId} ${userId}`;

export const createGrants = (now: () => number, newToken: () => string) => {
  const access = new Map<string, Grant & { readonly expiresAt: number }>();
  const refresh = new Map<string, Grant>();
  const currentRefresh = new Map<string, string>();

  const endRefresh = (grant: Grant) => refresh.delete(currentRefresh.get(keyOf(grant)) ?? "");
  const endAccess = (grant: Grant) => {
    for (const [token, other] of access) if (keyOf(other) === keyOf(grant)) access.delete(token);
  };

  /** X's answer at the token endpoint. */
  const issue = (grant: Grant) => {
    endRefresh(grant);
    const accessToken = newToken();
    access.set(accessToken, { ...grant, expiresAt: now() + ACCESS_SECONDS * 1000 });
    const answer = {
      token_type: "bearer",
      expires_in: ACCESS_SECONDS,
      access_token: accessToken,
      scope: grant.scopes.join(" "),
    };
    if (!grant.scopes.includes("offline.access")) return answer;
    const refreshToken = newToken();
    refresh.set(refreshToken, grant);
    currentRefresh.set(keyOf(grant), refreshToken);
    return { ...answer, refresh_token: refreshToken };
  };

  return {
    /** After a sign-in. */
    begin(grant: Grant) {
      endAccess(grant);
      return issue(grant);
    },
    /** Undefined when the token is not the app's, or was used before. */
    renew(clientId: string, refreshToken: string) {
      const grant = refresh.get(refreshToken);
      return grant?.clientId === clientId ? issue(grant) : undefined;
    },
    /** Whose a live access token is. */
    of(accessToken: string): Grant | undefined {
      const grant = access.get(accessToken);
      return grant && grant.expiresAt > now() ? grant : undefined;
    },
    /** A refresh token takes the whole grant with it. */
    revoke(clientId: string, token: string) {
      if (access.get(token)?.clientId === clientId) access.delete(token);
      const grant = refresh.get(token);
      if (grant?.clientId !== clientId) return;
      endRefresh(grant);
      endAccess(grant);
    },
  };
};
