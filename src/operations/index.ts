/** Every operation of the connector, in the order of the definition. */
import { countPosts } from "./count-posts.ts";
import { deletePost } from "./delete-post.ts";
import { estimateSearchCost } from "./estimate-search-cost.ts";
import { followers } from "./followers.ts";
import { following } from "./following.ts";
import { getMyMentions } from "./get-my-mentions.ts";
import { getPost } from "./get-post.ts";
import { getPosts } from "./get-posts.ts";
import { getSpending } from "./get-spending.ts";
import { homeTimeline } from "./home-timeline.ts";
import { myFollowers } from "./my-followers.ts";
import { myFollowing } from "./my-following.ts";
import { onNewMention } from "./on-new-mention.ts";
import { onNewTweet } from "./on-new-tweet.ts";
import type { AnyOperation } from "./operation.ts";
import { publishPost } from "./publish-post.ts";
import { publishThread } from "./publish-thread.ts";
import { retweet } from "./retweet.ts";
import { searchPosts } from "./search-posts.ts";
import { searchTweet } from "./search-tweet.ts";
import { setSpendingLimit } from "./set-spending-limit.ts";
import { tweet } from "./tweet.ts";
import { undoRetweet } from "./undo-retweet.ts";
import { user } from "./user.ts";
import { userTimeline } from "./user-timeline.ts";

/** What the replaced connector has, and flows are bound to. */
export const contractOperations: readonly AnyOperation[] = [
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

/** What it never had. */
export const operationsBeside: readonly AnyOperation[] = [
  onNewMention,
  publishPost,
  publishThread,
  getPost,
  getPosts,
  getMyMentions,
  searchPosts,
  countPosts,
  deletePost,
  undoRetweet,
  getSpending,
  setSpendingLimit,
  estimateSearchCost,
];

export const operations: readonly AnyOperation[] = [...contractOperations, ...operationsBeside];
