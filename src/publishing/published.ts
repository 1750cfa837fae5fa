/** What is answered of a post that was published. */
import type { PublishedPost, PublishedThread } from "../connector/published-models.ts";
import { type PostContent, priceOfPost } from "../x/post-content.ts";
import { toDollars } from "../x/prices.ts";

/** X shows a post under any handle, and leads to its author's. */
const linkTo = (id: string, handle: string): string => `https://x.com/${handle}/status/${id}`;

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

/** The ids are those of the parts, in their order. */
export const publishedThread = async (
  ids: readonly string[],
  handle: string,
  parts: readonly PostContent[],
): Promise<PublishedThread> => {
  const posts = await Promise.all(
    parts.map((part, index) => publishedPost(ids[index] ?? "", handle, part)),
  );
  const prices = await Promise.all(parts.map(priceOfPost));
  const [first = ""] = ids;
  return {
    TweetId: first,
    PostUrl: linkTo(first, handle),
    LastTweetId: ids.at(-1) ?? "",
    Price: toDollars(prices.reduce((sum, price) => sum + price, 0)),
    Posts: posts,
  };
};
