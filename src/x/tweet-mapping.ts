/** X's post, with what came along in `includes`, → TweetModel. Whatever is missing there is survived. */
import type { OriginalTweet, Tweet, UserDetails, UserMention } from "../connector/models.ts";
import { createClassicTime } from "./classic-time.ts";
import {
  includedPosts,
  noteOf,
  referredId,
  retweetCount,
  type XMedia,
  type XPage,
  type XPost,
  type XUser,
} from "./shapes.ts";
import { toUserDetails } from "./user-mapping.ts";

/** A user of a page, mapped once however many of its posts they wrote or are mentioned in. */
interface Person {
  readonly user: XUser;
  readonly details: UserDetails;
}

/** What X sends along with posts (their authors, media, and the posts that they refer to), by its id or key. */
export interface Lookup {
  readonly people: ReadonlyMap<string, Person>;
  readonly media: ReadonlyMap<string, XMedia>;
  readonly posts: ReadonlyMap<string, XPost>;
  classicTime(iso: string): string;
}

// v1.1's media_url was the picture itself, and of a video or GIF its first frame.
const mediaUrls = (post: XPost, { media }: Lookup): string[] =>
  (post.attachments?.media_keys ?? []).flatMap((key) => {
    const item = media.get(key);
    return item?.url ?? item?.preview_image_url ?? [];
  });

const userMentions = (post: XPost, { people }: Lookup): UserMention[] => {
  const { mentions } = noteOf(post)?.entities ?? post.entities ?? {};
  // A mention of a suspended user comes without an id.
  return (mentions ?? []).map(({ id, username }) => {
    const person = id ? people.get(id) : undefined;
    return {
      Id: person?.details.Id ?? BigInt(id ?? 0),
      FullName: person?.user.name || username,
      UserName: username,
    };
  });
};

/** Of an author whom the page does not show, the id is all that is known. */
const unknownUser = (id: string | null | undefined): UserDetails => toUserDetails(id ? { id } : {});

/** Of an original tweet, of which there is none, the writer of its model passes that property over. */
const toTweetOf = (post: XPost, lookup: Lookup, OriginalTweet: OriginalTweet | null): Tweet => {
  const { details = unknownUser(post.author_id) } = lookup.people.get(post.author_id ?? "") ?? {};
  const createdAt = post.created_at ?? "";
  return {
    TweetText: noteOf(post)?.text ?? post.text ?? "",
    TweetId: post.id,
    CreatedAt: lookup.classicTime(createdAt),
    CreatedAtIso: createdAt,
    RetweetCount: retweetCount(post),
    TweetedBy: details.UserName,
    MediaUrls: mediaUrls(post, lookup),
    TweetLanguageCode: post.lang ?? "",
    TweetInReplyToUserId: post.in_reply_to_user_id ?? "",
    // X API v2 does not tell whether the reader has liked a post.
    Favorited: false,
    UserMentions: userMentions(post, lookup),
    OriginalTweet,
    UserDetails: details,
  };
};

export const toOriginalTweet = (post: XPost, lookup: Lookup): OriginalTweet =>
  toTweetOf(post, lookup, null);

const toTweet = (post: XPost, lookup: Lookup): Tweet => {
  const originalId = referredId(post, "retweeted");
  if (originalId === undefined) return toTweetOf(post, lookup, null);
  // An original that was deleted or is protected is missing in the answer; its id is all that is known.
  const original = toOriginalTweet(lookup.posts.get(originalId) ?? { id: originalId }, lookup);
  // v1.1 gave a retweet its original's count and media.
  const known = lookup.posts.has(originalId);
  return {
    ...toTweetOf(post, lookup, original),
    ...(known && { RetweetCount: original.RetweetCount, MediaUrls: original.MediaUrls }),
  };
};

/** What a page shows beside its posts, to be found by id. */
export const lookupOf = ({ includes }: Pick<XPage, "includes">): Lookup => ({
  people: new Map(
    includes?.users?.map((user) => [user.id, { user, details: toUserDetails(user) }]),
  ),
  media: new Map(includes?.media?.map((item) => [item.media_key, item])),
  posts: new Map(includedPosts(includes ?? {}).map((post) => [post.id, post])),
  classicTime: createClassicTime(),
});

/** The posts of a page as tweets, in the page's order (X's is newest first). */
export const toTweets = (page: XPage): Tweet[] => {
  const lookup = lookupOf(page);
  return (page.data ?? []).map((post) => toTweet(post, lookup));
};
