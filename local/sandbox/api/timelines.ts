/** A user's own posts, those of whom they follow, and those that mention them: https://docs.x.com/x-api/posts/timelines/introduction */
import { invalidRequest, notAuthorized } from "../problems.ts";
import type { SandboxPost } from "../world/posts.ts";
import type { SandboxUser } from "../world/users.ts";
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

/** X shows no more posts that mention a user. */
const MENTIONS_REACH = 800;

/** Whoever replies mentions the author, written or not. */
const mentions = (post: SandboxPost, { id, username }: SandboxUser): boolean =>
  post.retweetOf === undefined &&
  post.authorId !== id &&
  (post.replyToUserId === id ||
    (post.note ?? post.shown).mentions.some(
      (mention) => mention.username.toLowerCase() === username.toLowerCase(),
    ));

const mentionTimeline = (call: Call) => {
  const { world, me } = call;
  const id = checkId("id", call.id);
  const user = world.users.find(id);
  const error = userError(user, "id", id);
  if (error || !user) return { errors: [error] };
  const all = world.posts.all.filter((post) => mentions(post, user) && isVisible(world, me, post));
  const size = { least: 5, most: 100, usual: 10 };
  return pageOfPosts(call, all.slice(-MENTIONS_REACH), size, readRange(call.query), () => true);
};

const TIMELINE = {
  method: "GET",
  scopes: READ,
  parameters: ["exclude", ...POST_PAGE_PARAMETERS],
} as const;

export const timelineEndpoints: readonly Endpoint[] = [
  {
    ...TIMELINE,
    name: "mentions",
    path: /^users\/([^/]+)\/mentions$/,
    parameters: POST_PAGE_PARAMETERS,
    limit: { window: 300 },
    run: mentionTimeline,
  },
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
