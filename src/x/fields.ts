/**
 * What the connector asks X for: just the fields that the models need, in the tweet vocabulary, because the
 * request's spelling decides the response's and X drops values of the other vocabulary without a word.
 * https://docs.x.com/x-api/fundamentals/fields
 * Fields are free. X bills each post and each user that an expansion brings along.
 */

export const USER_FIELDS =
  "id,name,username,location,description,public_metrics,profile_image_url" as const;

/** A mention names the user's handle; the full name comes with the user. */
const EXPANSIONS =
  "author_id,attachments.media_keys,entities.mentions.username,entities.note.mentions.username" as const;

/**
 * For what search finds, which is no retweet since 2026-05-04, so that nothing needs the post that another one refers
 * to: https://docs.x.com/changelog. A retweet that X gave all the same is still told as one, by the original's id.
 */
export const POST_QUERY = {
  "tweet.fields":
    "id,text,created_at,author_id,lang,public_metrics,entities,attachments,referenced_tweets,in_reply_to_user_id,note_tweet",
  expansions: EXPANSIONS,
  "user.fields": USER_FIELDS,
  "media.fields": "media_key,url,preview_image_url",
} as const;

/** For operations that answer with metrics and with what a post refers to, by id: the ids cost nothing. */
export const DETAILS_QUERY = {
  ...POST_QUERY,
  "tweet.fields": `${POST_QUERY["tweet.fields"]},conversation_id`,
} as const;

/** For timelines, where retweets come with their originals; X knows no way to leave out what replies and quotes refer to. */
export const TIMELINE_QUERY = {
  ...POST_QUERY,
  expansions: `${EXPANSIONS},referenced_tweets.id,referenced_tweets.id.author_id,referenced_tweets.id.attachments.media_keys`,
} as const;
