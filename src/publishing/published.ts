/** What is answered of a post that was published. */
import type { PublishedPost } from "../connector/publish-models.ts";
import { type PostContent, priceOfPost } from "../x/post-content.ts";
import { toDollars } from "../x/prices.ts";

/** X shows a post under any handle, and leads to its author's. */
export const linkTo = (id: string, handle: string): string =>
  `https://x.com/${handle}/status/${id}`;

/** `handle` is the author's. */
export const publishedPost = async (
  id: string,
  handle: string,
  post: PostContent,
): Promise<PublishedPost> => ({
  TweetId: id,
  PostUrl: linkTo(id, handle),
  Price: toDollars(await priceOfPost(post)),
});
