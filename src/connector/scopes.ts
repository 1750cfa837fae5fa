/** The OAuth 2.0 scopes that the connector asks X for: https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code */

export const X_SCOPES = [
  { scope: "tweet.read", purpose: "Read posts and timelines" },
  { scope: "tweet.write", purpose: "Post and repost" },
  { scope: "users.read", purpose: "Read profiles" },
  { scope: "follows.read", purpose: "Read followers and followed users" },
  { scope: "media.write", purpose: "Upload images and videos" },
  { scope: "offline.access", purpose: "Stay signed in" },
] as const;

/** As the `scope` parameter of a request wants them. */
export const X_SCOPE_TEXT = X_SCOPES.map(({ scope }) => scope).join(" ");
