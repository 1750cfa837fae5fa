/** Every operation of the connector, in the order of the definition. */

import { followers } from "./followers.ts";
import { following } from "./following.ts";
import { homeTimeline } from "./home-timeline.ts";
import { myFollowers } from "./my-followers.ts";
import { myFollowing } from "./my-following.ts";
import { onNewTweet } from "./on-new-tweet.ts";
import type { AnyOperation } from "./operation.ts";
import { retweet } from "./retweet.ts";
import { searchTweet } from "./search-tweet.ts";
import { tweet } from "./tweet.ts";
import { user } from "./user.ts";
import { userTimeline } from "./user-timeline.ts";

export const operations: readonly AnyOperation[] = [
  onNewTweet,
  tweet,
  retweet,
  searchTweet,
  userTimeline,
  homeTimeline,
  user,
  followers,
  following,
  myFollowers,
  myFollowing,
];
