/** What publishing asks of X: the post itself, what brings its media, and the look for one whose outcome is not known. */
import type { XEndpoint } from "../x/endpoints.ts";

export const PUBLISHING_ENDPOINTS: readonly [XEndpoint, ...XEndpoint[]] = [
  "POST tweets",
  "POST media/upload/initialize",
  "POST media/upload/{id}/append",
  "POST media/upload/{id}/finalize",
  "GET media/upload",
  "POST media/metadata",
  "GET users/{id}/tweets",
  // To find out whether a deletion whose outcome is not known has taken the post away.
  "GET tweets",
];
