/** Posts by id, as far as the caller may see them. */
import type { SandboxPost } from "../world/posts.ts";
import { isVisible } from "../world/world.ts";
import type { Call } from "./endpoint.ts";

/** Undefined where there is none, and where the caller may not see it. */
export const seenPost = (
  { world, me }: Pick<Call, "world" | "me">,
  id: string,
): SandboxPost | undefined => {
  const post = world.posts.find(id);
  return post && isVisible(world, me, post) ? post : undefined;
};
