/**
 * The models of the operations beside the contract. Their properties have the contract's names wherever they are the
 * same thing, so that a flow's later steps take them alike; their titles say post, as X does.
 */
import * as z from "zod";
import {
  type CompleteModel,
  count,
  flag,
  labelled,
  text,
  UserDetailsModel,
  UserMentionsModel,
  urls,
} from "./models.ts";

export const PostModel = z
  .object({
    TweetText: text("Post text", "Text of the post, the whole of a long one"),
    TweetId: text("Post id", "Id of the post"),
    Link: text("Link", "Address of the post on X"),
    CreatedAtIso: text(
      "Created at",
      "Time at which the post was made, e.g. 2026-11-25T18:01:36.000Z",
    ),
    TweetedBy: text("Posted by", "User name of the author"),
    RetweetCount: count("Repost count", "How often the post was reposted"),
    ReplyCount: count("Reply count", "How many posts reply to it"),
    LikeCount: count("Like count", "How many users like it"),
    QuoteCount: count("Quote count", "How many posts quote it"),
    BookmarkCount: count("Bookmark count", "How many users have bookmarked it"),
    ImpressionCount: count("View count", "How often it was shown"),
    MediaUrls: urls(
      "Media urls",
      "Addresses of its pictures; of a video or GIF, of its first frame",
    ),
    TweetLanguageCode: text("Language", "Language of the post, as X tells it"),
    ConversationId: text("Conversation id", "Id of the post that began the conversation"),
    InReplyToTweetId: text("In reply to post id", "Id of the post that it replies to, if any"),
    TweetInReplyToUserId: text("In reply to user id", "Id of the user that it replies to, if any"),
    QuotedTweetId: text("Quoted post id", "Id of the post that it quotes, if any"),
    RetweetedTweetId: text("Reposted post id", "Id of the post that it reposts, if any"),
    UserMentions: z
      .array(UserMentionsModel)
      .meta(labelled("User mentions", "The users that it mentions")),
    UserDetails: UserDetailsModel,
  })
  .meta({ id: "PostModel", description: "Represents a post with its metrics." });

export const PostPageModel = z
  .object({
    Posts: z.array(PostModel).meta(labelled("Posts", "The posts that were found")),
    NextToken: text(
      "Continuation token",
      "Hand it to the next call to go on behind these posts; empty when there are no more",
    ),
  })
  .meta({ id: "PostPageModel", description: "Represents posts, and where there are more." });

export const PostTriggerBatchResponse = z
  .object({
    value: z.array(PostModel).meta(labelled("value", "The posts, each of them starts the flow")),
  })
  .meta({
    id: "TriggerBatchResponse[PostModel]",
    description: "Represents a wrapper object for batch trigger response",
  });

const MissingPostModel = z
  .object({
    TweetId: text("Missing post id", "Id that was asked for"),
    Reason: text("Reason", "Why X does not show it, in X's words"),
  })
  .meta({ id: "MissingPostModel", description: "Represents a post that X does not show." });

export const FoundPostsModel = z
  .object({
    Posts: z.array(PostModel).meta(labelled("Posts", "The posts, in the order of the ids")),
    Missing: z
      .array(MissingPostModel)
      .meta(labelled("Missing posts", "The ids that X shows no post for")),
  })
  .meta({
    id: "FoundPostsModel",
    description: "Represents posts that were asked for by their ids.",
  });

const PostCountModel = z
  .object({
    Start: text("From", "When the hour or day begins"),
    End: text("Until", "When it ends; what is posted then counts for the next one"),
    Count: count("Count", "How many posts match within it"),
  })
  .meta({
    id: "PostCountModel",
    description: "Represents the number of posts of an hour or a day.",
  });

export const PostCountsModel = z
  .object({
    Total: count("Total", "How many posts match in all"),
    Counts: z
      .array(PostCountModel)
      .meta(labelled("Counts", "The numbers by hour or day, the oldest first")),
  })
  .meta({ id: "PostCountsModel", description: "Represents how many posts match a search." });

export const DeletedPostModel = z
  .object({
    TweetId: text("Post id", "Id of the post that is gone"),
    Deleted: flag("Deleted", "True: the post is gone, whether by this call or before it"),
  })
  .meta({ id: "DeletedPostModel", description: "Represents a post that was deleted." });

export const UndoneRetweetModel = z
  .object({
    TweetId: text("Post id", "Id of the post that was retweeted"),
    Retweeted: flag("Retweeted", "False: the signed-in user does not retweet it any more"),
  })
  .meta({ id: "UndoneRetweetModel", description: "Represents a retweet that was taken back." });

export type Post = CompleteModel<typeof PostModel>;
