/**
 * The models of the operations beside the contract. Their properties have the contract's names wherever they are the
 * same thing, so that a flow's later steps take them alike; their titles say post, as X does.
 */
import * as z from "zod";
import { flag, text } from "./models.ts";

export const DeletedPostModel = z
  .object({
    TweetId: text("Post id", "Id of the post that is gone"),
    Deleted: flag("Deleted", "True: the post is gone, whether by this call or before it"),
  })
  .meta({ id: "DeletedPostModel", description: "Represents a post that was deleted." });
