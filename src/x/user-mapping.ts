/** X's user → UserDetailsModel. Every property is always there: "" or 0 where X has nothing. */
import type { UserDetails } from "../connector/models.ts";
import type { XUser } from "./shapes.ts";

export const toUserDetails = (user: Partial<XUser>): UserDetails => ({
  FullName: user.name ?? "",
  Location: user.location ?? "",
  Id: BigInt(user.id ?? 0),
  UserName: user.username ?? "",
  FollowersCount: user.public_metrics?.followers_count ?? 0,
  Description: user.description ?? "",
  StatusesCount: user.public_metrics?.tweet_count ?? user.public_metrics?.post_count ?? 0,
  FriendsCount: user.public_metrics?.following_count ?? 0,
  FavouritesCount: user.public_metrics?.like_count ?? 0,
  ProfileImageUrl: user.profile_image_url ?? "",
});
