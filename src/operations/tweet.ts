import { ConnectorError } from "../connector/errors.ts";
import { TweetResponseModel } from "../connector/models.ts";
import { tweetText } from "../connector/parameters.ts";
import { readMedia } from "../media/media-body.ts";
import { defineOperation } from "./operation.ts";

/**
 * "Mentioning a @user while posting a tweet is not supported. Specifically, the "@" characters will be stripped
 * while posting a tweet." X reads the full-width sign as a mention too: https://github.com/twitter/twitter-text
 */
const AT_SIGNS = /[@\uFF20]/g;

export const tweet = defineOperation({
  operationId: "Tweet",
  method: "POST",
  route: "posttweet",
  summary: "Post a tweet",
  description: "This operation posts a new tweet.",
  visibility: "important",
  parameters: { tweetText },
  body: { title: "Media", description: "Media to be posted." },
  returns: { model: TweetResponseModel },
  limitClass: "post",
  async run(input, context) {
    const text = input.tweetText.replace(AT_SIGNS, "").trim();
    const media = await readMedia(await context.body());
    if (text === "" && !media) {
      throw new ConnectorError(
        "NothingToPost",
        "There is nothing to post. Give a tweet text or a media file; @ characters are removed from the text.",
        { target: "tweetText" },
      );
    }
    return { TweetId: await context.posting.tweet(context, { text, media }) };
  },
});
