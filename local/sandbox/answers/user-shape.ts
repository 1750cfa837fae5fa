/** An account as X sends it: https://docs.x.com/x-api/fundamentals/data-dictionary#user */
import type { SandboxUser } from "../world/users.ts";
import type { World } from "../world/world.ts";
import type { WireUser } from "./vocabulary.ts";
import type { Wanted } from "./wanted.ts";

export const userShape = (
  { users, posts }: World,
  user: SandboxUser,
  { user: fields }: Wanted,
  origin: string,
): WireUser => {
  const { id, name, username } = user;
  const shape: WireUser = { id, name, username };
  if (fields.size === 0) return shape;
  const own = posts.by(id);
  const latest = own.at(-1);
  if (fields.has("created_at")) shape.created_at = new Date(user.createdAt).toISOString();
  if (fields.has("description")) shape.description = user.description;
  if (fields.has("location") && user.location) shape.location = user.location;
  if (fields.has("most_recent_post_id") && latest) shape.most_recent_post_id = latest.id;
  if (fields.has("profile_image_url")) {
    shape.profile_image_url = `${origin}/media/profiles/${username}.svg`;
  }
  if (fields.has("protected")) shape.protected = user.protected;
  if (fields.has("url")) shape.url = "";
  if (fields.has("verified")) shape.verified = user.premium;
  if (fields.has("verified_type")) shape.verified_type = user.premium ? "blue" : "none";
  if (fields.has("public_metrics")) {
    shape.public_metrics = {
      followers_count: users.followerCount(id),
      following_count: users.followedCount(id),
      post_count: own.length,
      listed_count: 0,
      like_count: user.likeCount,
    };
  }
  return shape;
};
