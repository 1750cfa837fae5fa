/** X's post, with what came along in `includes`, → TweetModel. Whatever is missing there is survived. */
import type { OriginalTweet, Tweet, UserMention } from "../connector/models.ts";
import {
  includedPosts,
  noteOf,
  retweetCount,
  retweetedId,
  type XMedia,
  type XPage,
  type XPost,
  type XUser,
} from "./shapes.ts";
import { toUserDetails } from "./user-mapping.ts";

interface Lookup {
  readonly usersById: ReadonlyMap<string, XUser>;
  readonly media: ReadonlyMap<string, XMedia>;
  readonly posts: ReadonlyMap<string, XPost>;
}

const UTC_STRING = /^(\w{3}), (\d\d) (\w{3}) (\d{4}) (\S+) GMT$/;

/** The form of v1.1, which flows parse: `Fri Mar 27 18:01:36 +0000 2020`. Empty for what is no time. */
const classicTime = (iso: string): string => {
  const text = new Date(iso).toUTCString();
  return UTC_STRING.test(text) ? text.replace(UTC_STRING, "$1 $3 $2 $5 +0000 $4") : "";
};

// v1.1's media_url was the picture itself, and of a video or GIF its first frame.
const mediaUrls = (post: XPost, { media }: Lookup): string[] =>
  (post.attachments?.media_keys ?? []).flatMap((key) => {
    const item = media.get(key);
    return item?.url ?? item?.preview_image_url ?? [];
  });

const userMentions = (post: XPost, { usersById }: Lookup): UserMention[] => {
  const { mentions } = noteOf(post)?.entities ?? post.entities ?? {};
  // A mention of a suspended user comes without an id.
  return (mentions ?? []).map(({ id, username }) => ({
    Id: BigInt(id ?? 0),
    FullName: (id && usersById.get(id)?.name) || username,
    UserName: username,
  }));
};

/** All that tweets and original tweets have in common, which is everything but OriginalTweet. */
const toOriginalTweet = (post: XPost, lookup: Lookup): OriginalTweet => {
  const author = lookup.usersById.get(post.author_id ?? "") ?? {
    ...(post.author_id && { id: post.author_id }),
  };
  const createdAt = post.created_at ?? "";
  return {
    TweetText: noteOf(post)?.text ?? post.text ?? "",
    TweetId: post.id,
    CreatedAt: classicTime(createdAt),
    CreatedAtIso: createdAt,
    RetweetCount: retweetCount(post),
    TweetedBy: "username" in author ? author.username : "",
    MediaUrls: mediaUrls(post, lookup),
    TweetLanguageCode: post.lang ?? "",
    TweetInReplyToUserId: post.in_reply_to_user_id ?? "",
    // X API v2 does not tell whether the reader has liked a post.
    Favorited: false,
    UserMentions: userMentions(post, lookup),
    UserDetails: toUserDetails(author),
  };
};

const toTweet = (post: XPost, lookup: Lookup): Tweet => {
  const own = toOriginalTweet(post, lookup);
  const originalId = retweetedId(post);
  if (originalId === undefined) return { ...own, OriginalTweet: null };
  // An original that was deleted or is protected is missing in the answer; its id is all that is known.
  const original = toOriginalTweet(lookup.posts.get(originalId) ?? { id: originalId }, lookup);
  // v1.1 gave a retweet its original's count and media.
  const known = lookup.posts.has(originalId);
  return {
    ...own,
    ...(known && { RetweetCount: original.RetweetCount, MediaUrls: original.MediaUrls }),
    OriginalTweet: original,
  };
};

/** The posts of a page as tweets, in the page's order (X's is newest first). */
export const toTweets = (page: XPage): Tweet[] => {
  const includes = page.includes ?? {};
  const lookup: Lookup = {
    usersById: new Map(includes.users?.map((user) => [user.id, user])),
    media: new Map(includes.media?.map((item) => [item.media_key, item])),
    posts: new Map(includedPosts(includes).map((post) => [post.id, post])),
  };
  return (page.data ?? []).map((post) => toTweet(post, lookup));
};
