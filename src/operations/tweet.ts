import { ConnectorError } from "../connector/errors.ts";
import { TweetResponseModel } from "../connector/models.ts";
import { tweetText } from "../connector/parameters.ts";
import { readMedia } from "../media/media-body.ts";
import { withoutMentions } from "../x/text-rules.ts";
import { defineOperation } from "./operation.ts";

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
  xEndpoints: [
    "POST tweets",
    "POST media/upload/initialize",
    "POST media/upload/{id}/append",
    "POST media/upload/{id}/finalize",
    "GET media/upload",
    // To find a post whose outcome is not known.
    "GET users/{id}/tweets",
    // To find out whether a deletion whose outcome is not known has taken the post away.
    "GET tweets",
  ],
  async run(input, context) {
    const given = input.tweetText.trim();
    const media = await readMedia(await context.body());
    // "Mentioning a @user while posting a tweet is not supported. Specifically, the "@" characters will be stripped
    // while posting a tweet." https://learn.microsoft.com/connectors/twitter/#limits
    const text = await withoutMentions(given);
    if (text !== given) {
      context.notice("Nobody is mentioned by a post: the @ before user names was removed.");
    }
    if (text === "" && !media) {
      throw new ConnectorError(
        "NothingToPost",
        "There is nothing to post. Give a tweet text or a media file.",
        { target: "tweetText" },
      );
    }
    return {
      TweetId: await context.posting.post(context, {
        text,
        media: media ? [{ file: media, altText: "" }] : [],
      }),
    };
  },
});
