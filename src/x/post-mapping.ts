/** X's post → PostModel: what a tweet has, its metrics, and the ids of what it refers to. */
import type { Post } from "../connector/post-models.ts";
import { referredId, type XPage, type XPost } from "./shapes.ts";
import { type Lookup, lookupOf, toOriginalTweet } from "./tweet-mapping.ts";

/** X leads on from this address whoever the author is. */
const linkOf = (author: string, id: string): string =>
  `https://x.com/${author || "i"}/status/${id}`;

const toPost = (post: XPost, lookup: Lookup): Post => {
  const { CreatedAt: _, Favorited: __, ...own } = toOriginalTweet(post, lookup);
  const metrics = post.public_metrics;
  return {
    Link: linkOf(own.TweetedBy, post.id),
    LikeCount: metrics?.like_count ?? 0,
    ReplyCount: metrics?.reply_count ?? 0,
    QuoteCount: metrics?.quote_count ?? 0,
    BookmarkCount: metrics?.bookmark_count ?? 0,
    ImpressionCount: metrics?.impression_count ?? 0,
    ConversationId: post.conversation_id ?? "",
    InReplyToTweetId: referredId(post, "replied_to") ?? "",
    QuotedTweetId: referredId(post, "quoted") ?? "",
    RetweetedTweetId: referredId(post, "retweeted") ?? "",
    ...own,
  };
};

/** In the page's order. */
export const toPosts = (page: Pick<XPage, "data" | "includes">): Post[] => {
  const lookup = lookupOf(page);
  return (page.data ?? []).map((post) => toPost(post, lookup));
};
