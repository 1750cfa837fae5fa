/** A user's own posts, and those of whom they follow: https://docs.x.com/x-api/posts/timelines/introduction */
import { invalidRequest, notAuthorized } from "../problems.ts";
import type { SandboxPost } from "../world/posts.ts";
import { isVisible, mayRead } from "../world/world.ts";
import { type Call, type Endpoint, READ } from "./endpoint.ts";
import { POST_PAGE_PARAMETERS, pageOfPosts, readRange } from "./paging.ts";
import { checkId, readChoice } from "./parameters.ts";
import { userError } from "./users.ts";

/** X shows no more of a user's posts. */
const REACH = 3200;

const readExclusion = ({ query }: Call): ((post: SandboxPost) => boolean) => {
  const excluded = readChoice(query, "exclude", ["replies", "retweets"]);
  const [noReplies, noRetweets] = [excluded.includes("replies"), excluded.includes("retweets")];
  return ({ replyTo, retweetOf }) => !((noReplies && replyTo) || (noRetweets && retweetOf));
};

const userTimeline = (call: Call) => {
  const { world, me } = call;
  const id = checkId("id", call.id);
  const isWanted = readExclusion(call);
  const user = world.users.find(id);
  const error = userError(user, "id", id);
  if (error || !user) return { errors: [error] };
  if (!mayRead(world, me, user)) return { errors: [notAuthorized("user", "id", id, "data")] };
  const size = { least: 5, most: 100, usual: 10 };
  return pageOfPosts(call, world.posts.by(id).slice(-REACH), size, readRange(call.query), isWanted);
};

const homeTimeline = (call: Call) => {
  const { world, me } = call;
  const id = checkId("id", call.id);
  if (id !== me.id) {
    throw invalidRequest(
      "id",
      id,
      `The \`id\` query parameter value [${id}] must be the same as the authenticating user [${me.id}]`,
    );
  }
  const isWanted = readExclusion(call);
  const sources = new Set([id, ...world.users.followedBy(id)]);
  const size = { least: 1, most: 100, usual: 100 };
  return pageOfPosts(
    call,
    world.posts.all,
    size,
    readRange(call.query),
    (post) => sources.has(post.authorId) && isWanted(post) && isVisible(world, me, post),
  );
};

const TIMELINE = {
  method: "GET",
  scopes: READ,
  parameters: ["exclude", ...POST_PAGE_PARAMETERS],
} as const;

export const timelineEndpoints: readonly Endpoint[] = [
  {
    ...TIMELINE,
    name: "home timeline",
    path: /^users\/([^/]+)\/timelines\/reverse_chronological$/,
    limit: { window: 180 },
    run: homeTimeline,
  },
  {
    ...TIMELINE,
    name: "user timeline",
    path: /^users\/([^/]+)\/tweets$/,
    limit: { window: 900 },
    run: userTimeline,
  },
];
