/**
 * The models that the connector answers with, property by property as the connector reference names them:
 * https://learn.microsoft.com/connectors/twitter/#definitions
 * Flows address the properties by name and show their titles as dynamic content, so both are part of the contract.
 */
import * as z from "zod";

type Visibility = "important" | "advanced" | "internal";

export const labelled = (title: string, description: string, visibility?: Visibility) => ({
  title,
  description,
  "x-ms-summary": title,
  ...(visibility && { "x-ms-visibility": visibility }),
});

export const text = (title: string, description: string, visibility?: Visibility) =>
  z.string().meta(labelled(title, description, visibility));
export const count = (title: string, description: string) =>
  z.number().int().meta(labelled(title, description));
/** An amount of money, in US dollars. */
export const dollars = (title: string, description: string) =>
  z.number().meta(labelled(title, description));
export const flag = (title: string, description: string) =>
  z.boolean().meta(labelled(title, description));
export const urls = (title: string, description: string) =>
  z.array(z.string()).meta(labelled(title, description));
/** X's ids exceed 2^53, so an integer id is a bigint from X to the wire. */
const id = (title: string, description: string) => z.bigint().meta(labelled(title, description));

export const UserMentionsModel = z
  .object({
    Id: id("Mentioned user id", "X id (handle) of the user"),
    FullName: text("Mentioned user full name", "Full name of the user").optional(),
    UserName: text("Mentioned user name", "Screen name of the user").optional(),
  })
  .meta({ id: "UserMentionsModel", description: "Represents a user mentioned in a tweet." });

const OriginalTweetUserMentionsModel = z
  .object({
    Id: id("Original tweet mentioned user id", "X id (handle) of the user"),
    FullName: text("Original tweet mentioned user full name", "Full name of the user").optional(),
    UserName: text("Original tweet mentioned user name", "Screen name of the user").optional(),
  })
  .meta({
    id: "OriginalTweetUserMentionsModel",
    description: "Represents a user mentioned in an original tweet.",
  });

export const UserDetailsModel = z
  .object({
    FullName: text("Name", "Name of the user"),
    Location: text("Location", "Location of the user"),
    Id: id("User id", "X id (handle) of the user").optional(),
    UserName: text("User name", "Screen name of the user"),
    FollowersCount: count("Followers count", "Number of followers").optional(),
    Description: text("Description", "User description"),
    StatusesCount: count("Statuses count", "User status count").optional(),
    FriendsCount: count("Friends count", "Number of friends").optional(),
    FavouritesCount: count(
      "Favourites count",
      "Number of tweets that the user has favorited",
    ).optional(),
    ProfileImageUrl: text("Profile image url", "Url of the profile image").optional(),
  })
  .meta({ id: "UserDetailsModel", description: "Represents a user." });

const OriginalTweetUserDetailsModel = z
  .object({
    FullName: text("Original tweet user full name", "Name of the user"),
    Location: text("Original tweet user Location", "Location of the user"),
    Id: id("Original tweet user id", "X id (handle) of the user").optional(),
    UserName: text("Original tweet user name", "Screen name of the user"),
    FollowersCount: count("Original tweet user followers count", "Number of followers").optional(),
    Description: text("Original tweet user Description", "User description"),
    StatusesCount: count("Original tweet user statuses count", "User status count").optional(),
    FriendsCount: count("Original tweet user friends count", "Number of friends").optional(),
    FavouritesCount: count(
      "Original tweet user favourites count",
      "Number of tweets that the user has favorited",
    ).optional(),
    ProfileImageUrl: text(
      "Original tweet user profile image url",
      "Url of the profile image",
    ).optional(),
  })
  .meta({
    id: "OriginalTweetUserDetailsModel",
    description: "Represents a user who posted an original tweet",
  });

export const OriginalTweetModel = z
  .object({
    TweetText: text("Original tweet text", "Text content of the original retrieved tweet"),
    TweetId: text("Original tweet id", "Id of the original tweet").optional(),
    CreatedAt: text(
      "Original tweet created at (classic format)",
      "Time at which original tweet was posted, e.g. Fri Mar 27 18:01:36 +0000 2020",
      "internal",
    ).optional(),
    CreatedAtIso: text(
      "Original tweet created at",
      "Time at which original tweet was posted",
    ).optional(),
    RetweetCount: count(
      "Original tweet retweet count",
      "Total number of re-tweets for this original tweet",
    ),
    TweetedBy: text(
      "Original tweet tweeted by",
      "User name of the person who posted the original tweet",
    ),
    MediaUrls: urls(
      "Original tweet media urls",
      "Url of the media posted along with the original tweet",
    ).optional(),
    TweetLanguageCode: text(
      "Original tweet language",
      "Language code for the original tweet",
    ).optional(),
    TweetInReplyToUserId: text(
      "Original tweet in_reply_to_user_id",
      "User Id of the author of the tweet that the current original tweet is a reply to",
    ).optional(),
    Favorited: flag(
      "Original tweet favorited",
      "Indicates whether the original tweet is marked as favorited",
    ).optional(),
    UserMentions: z
      .array(OriginalTweetUserMentionsModel)
      .meta(labelled("Original tweet user mentions", "The list of user mentioned in the tweet"))
      .optional(),
    UserDetails: OriginalTweetUserDetailsModel.optional(),
  })
  .meta({ id: "OriginalTweetModel", description: "Represents an original tweet post." });

export const TweetModel = z
  .object({
    TweetText: text("Tweet text", "Text content of the tweet"),
    TweetId: text("Tweet id", "Id of the tweet").optional(),
    CreatedAt: text(
      "Created at (classic format)",
      "Time at which the tweet was posted, e.g. Fri Mar 27 18:01:36 +0000 2020",
      "internal",
    ).optional(),
    CreatedAtIso: text("Created at", "Time at which the tweet was posted").optional(),
    RetweetCount: count("Retweet count", "Total number of re-tweets for the tweet"),
    TweetedBy: text("Tweeted by", "Name of the user who has posted the tweet"),
    MediaUrls: urls("Media urls", "Url of the media posted along with the tweet").optional(),
    TweetLanguageCode: text("Tweet language", "Language code of the tweet").optional(),
    TweetInReplyToUserId: text(
      "in_reply_to_user_id",
      "User Id of the author of the tweet that the current tweet is a reply to",
    ).optional(),
    Favorited: flag(
      "Favorited",
      "Indicates whether the tweet is marked as favorited or not",
    ).optional(),
    UserMentions: z
      .array(UserMentionsModel)
      .meta(labelled("User mentions", "List of users mentioned in the tweet"))
      .optional(),
    /** Null when the post is no retweet, as the replaced connector answered. */
    OriginalTweet: OriginalTweetModel.nullable().optional(),
    UserDetails: UserDetailsModel.optional(),
  })
  .meta({ id: "TweetModel", description: "Represents a tweet post." });

export const TweetResponseModel = z
  .object({ TweetId: text("Tweet id", "ID of the tweet posted") })
  .meta({ id: "TweetResponseModel", description: "Represents the response of a tweet post." });

export const TweetTriggerBatchResponse = z
  .object({
    value: z.array(TweetModel).meta(labelled("value", "A list of the response objects")).optional(),
  })
  .meta({
    id: "TriggerBatchResponse[TweetModel]",
    description: "Represents a wrapper object for batch trigger response",
  });

/**
 * The definition marks few properties required, but an answer always holds every one of them:
 * "", 0, false or [] where X has nothing.
 */
type Complete<T> = { [K in keyof T]-?: Complete<Exclude<T[K], undefined>> };
export type CompleteModel<S extends z.ZodType> = z.output<S> extends infer M ? Complete<M> : never;

export type UserMention = CompleteModel<typeof UserMentionsModel>;
export type UserDetails = CompleteModel<typeof UserDetailsModel>;
export type Tweet = CompleteModel<typeof TweetModel>;
export type OriginalTweet = CompleteModel<typeof OriginalTweetModel>;
