/** What is answered of what was published. */
import * as z from "zod";
import { dollars, labelled, text } from "./models.ts";

export const PublishedPostModel = z
  .object({
    TweetId: text("Post id", "Id of the post"),
    PostUrl: text("Post link", "Link to the post"),
    Price: dollars("Price", "What X bills for it at most, in US dollars"),
  })
  .meta({ id: "PublishedPostModel", description: "Represents a post that was published." });

export const PublishedThreadModel = z
  .object({
    TweetId: text("First post id", "Id of the first post of the thread"),
    PostUrl: text("Thread link", "Link to the first post of the thread"),
    LastTweetId: text("Last post id", "Id of the last post, to be replied to by what follows"),
    Price: dollars("Thread price", "What X bills for the whole thread at most, in US dollars"),
    Posts: z
      .array(PublishedPostModel)
      .meta(labelled("Posts", "The posts of the thread, in their order")),
  })
  .meta({ id: "PublishedThreadModel", description: "Represents a thread that was published." });

export type PublishedPost = z.output<typeof PublishedPostModel>;
export type PublishedThread = z.output<typeof PublishedThreadModel>;
