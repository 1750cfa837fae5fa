/**
 * What the connector asks X for: just the fields that the models need, in the tweet vocabulary, because the
 * request's spelling decides the response's and X drops values of the other vocabulary without a word.
 * https://docs.x.com/x-api/fundamentals/fields
 */

export const USER_FIELDS =
  "id,name,username,location,description,public_metrics,profile_image_url" as const;

export const POST_QUERY = {
  "tweet.fields":
    "id,text,created_at,author_id,lang,public_metrics,entities,attachments,referenced_tweets,in_reply_to_user_id,note_tweet",
  expansions:
    "author_id,attachments.media_keys,entities.mentions.username,entities.note.mentions.username,referenced_tweets.id,referenced_tweets.id.author_id,referenced_tweets.id.attachments.media_keys",
  "user.fields": USER_FIELDS,
  "media.fields": "media_key,type,url,preview_image_url,variants",
} as const;
