/** What a post of X is made of: https://docs.x.com/x-api/posts/create-post */
import type { Media } from "./media-upload.ts";
import { type PriceClass, priceOf } from "./prices.ts";
import { holdsLink } from "./text-rules.ts";

export interface PostMedia {
  readonly file: Media;
  /** Empty when there is none. */
  readonly altText: string;
}

export interface PostContent {
  /** Empty when only media is posted. */
  readonly text: string;
  /** Up to four images, or one GIF, or one video. */
  readonly media: readonly PostMedia[];
  readonly poll?: { readonly options: readonly string[]; readonly durationMinutes: number };
  /** The id of the post that it replies to. */
  readonly replyTo?: string;
  /** By X's names; left out, everyone may reply. */
  readonly replySettings?: string;
  readonly madeWithAi?: true;
  readonly paidPartnership?: true;
}

/** What X bills the post itself by, at most: nobody knows before which replies it counts as summoned. */
export const priceClassOfPost = async ({ text }: Pick<PostContent, "text">): Promise<PriceClass> =>
  (await holdsLink(text)) ? "postWithUrl" : "post";

/** Micro-dollars, at most, with the descriptions of its media. */
export const priceOfPost = async (post: PostContent): Promise<number> => {
  const described = post.media.filter(({ altText }) => altText !== "").length;
  return priceOf(await priceClassOfPost(post)) + described * priceOf("mediaMetadata");
};
