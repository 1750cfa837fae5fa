/** Posts by id, posting and reposting: https://docs.x.com/x-api/posts/manage-tweets/introduction */
import * as z from "zod";
import { POST_VIEW, readWanted } from "../answers/wanted.ts";
import { ReplyError } from "../http/reply.ts";
import { forbidden, invalidRequest, notAuthorized, notFound } from "../problems.ts";
import { toPostText } from "../world/post-text.ts";
import type { PostFacts, SandboxPost } from "../world/posts.ts";
import { SHORT_POST, weightedLength } from "../world/text-length.ts";
import { isVisible } from "../world/world.ts";
import { type Call, type Endpoint, READ, WRITE } from "./endpoint.ts";
import { checkId, readValues } from "./parameters.ts";

/** X tells nobody for how long it refuses the same text again. */
const DUPLICATE_MS = 24 * 60 * 60 * 1000;
const LONG_POST = 25_000;

const optionSchema = z.string().min(1).max(25);
const createSchema = z.strictObject({
  text: z.string().optional(),
  media: z
    .strictObject({
      media_ids: z.array(z.string()).min(1).max(4),
      tagged_user_ids: z.array(z.string()).optional(),
    })
    .optional(),
  reply: z
    .strictObject({
      in_reply_to_tweet_id: z.string(),
      exclude_reply_user_ids: z.array(z.string()).optional(),
    })
    .optional(),
  poll: z
    .strictObject({
      options: z.array(optionSchema).min(2).max(4),
      duration_minutes: z
        .int()
        .min(5)
        .max(7 * 24 * 60),
    })
    .optional(),
  reply_settings: z.enum(["following", "mentionedUsers", "subscribers", "verified"]).optional(),
  made_with_ai: z.boolean().optional(),
  paid_partnership: z.boolean().optional(),
  quote_tweet_id: z.string().optional(),
});
type Creation = z.infer<typeof createSchema>;
const retweetSchema = z.strictObject({ tweet_id: z.string().regex(/^[0-9]{1,19}$/) });

const readBody = <T>(call: Call, schema: z.ZodType<T>): T => {
  const { data, error } = schema.safeParse(call.json());
  if (data) return data;
  const { path = [], message = "" } = error?.issues[0] ?? {};
  const name = path.join(".");
  throw invalidRequest(name, "", `[$.${name}: ${message}]`);
};

/** The post if the caller may see it. */
const seen = ({ world, me }: Call, id: string | undefined): SandboxPost | undefined => {
  const post = world.posts.find(id ?? "");
  return post && isVisible(world, me, post) ? post : undefined;
};

const byIds = (call: Call) => {
  const ids = readValues(call.query, "ids", checkId);
  const wanted = readWanted(call.query, "posts");
  const found = ids.flatMap((id) => seen(call, id) ?? []);
  const missing = ids.filter((id) => !found.some((post) => post.id === id));
  const answer = call.answers.posts(found, call.me, wanted);
  const errors = [
    ...(answer.errors ?? []),
    ...missing.map((id) =>
      call.world.posts.find(id)
        ? notAuthorized("tweet", "ids", id, "data")
        : notFound("tweet", "ids", id),
    ),
  ];
  return { ...answer, ...(errors.length > 0 && { errors }) };
};

const checkLength = ({ me }: Call, text: string): void => {
  if (weightedLength(text) <= (me.premium ? LONG_POST : SHORT_POST)) return;
  throw new ReplyError({
    status: 400,
    json: {
      detail:
        "Your Tweet text is too long. For more information on how Twitter determines text length see https://github.com/twitter/twitter-text.",
      type: "about:blank",
      title: "Invalid Request",
      status: 400,
    },
  });
};

/** Pictures get an address of their own in the text, so only bare texts repeat. */
const checkRepetition = ({ world, me }: Call, text: string): void => {
  const since = world.now() - DUPLICATE_MS;
  const repeats = world.posts
    .by(me.id)
    .some(
      ({ source, media, retweetOf, createdAt }) =>
        createdAt > since && source === text && media.length === 0 && !retweetOf,
    );
  if (repeats) throw forbidden("You are not allowed to create a Tweet with duplicate content.");
};

/**
 * On self-serve plans X takes a reply by its API only where the author of that post mentioned or quoted the one who
 * replies, and, as far as anybody knows, below one's own posts: https://docs.x.com/changelog
 */
const checkSummoned = ({ world, me }: Call, parent: SandboxPost): void => {
  const mentions = (parent.note ?? parent.shown).mentions;
  const isSummoned =
    parent.authorId === me.id ||
    mentions.some(({ username }) => username.toLowerCase() === me.username.toLowerCase()) ||
    world.posts.find(parent.quoteOf ?? "")?.authorId === me.id;
  if (isSummoned) return;
  throw forbidden(
    "Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to.",
  );
};

const checkReply = (call: Call, replyTo: string | undefined): void => {
  if (!replyTo) return;
  const parent = seen(call, replyTo);
  if (!parent) {
    throw forbidden("You attempted to reply to a Tweet that is deleted or not visible to you.");
  }
  checkSummoned(call, parent);
};

const checkCashtags = (text: string): void => {
  const { cashtags } = toPostText("", text);
  if (cashtags.length <= 1) return;
  throw forbidden("You are not permitted to create a Tweet with more than one cashtag.");
};

const checkParts = ({ text = "", media, poll }: Creation): void => {
  if (!text && !media) throw invalidRequest("text", "", "Your post must have text or media.");
  if (media && poll) {
    throw invalidRequest("poll", "", "A post can have either media or a poll.");
  }
};

const factsOf = ({ world }: Call, { poll, ...creation }: Creation): PostFacts => {
  const { reply_settings, made_with_ai, paid_partnership } = creation;
  return {
    replySettings: reply_settings,
    madeWithAi: made_with_ai,
    paidPartnership: paid_partnership,
    poll: poll && {
      id: world.nextId(),
      options: poll.options,
      durationMinutes: poll.duration_minutes,
      endsAt: world.now() + poll.duration_minutes * 60_000,
    },
  };
};

const create = (call: Call) => {
  const creation = readBody(call, createSchema);
  const { text = "", media, reply, quote_tweet_id: quoteOf } = creation;
  checkParts(creation);
  const replyTo = reply?.in_reply_to_tweet_id;
  checkReply(call, replyTo);
  if (quoteOf && !seen(call, quoteOf)) {
    throw invalidRequest("quote_tweet_id", quoteOf, "The Tweet that you quote does not exist.");
  }
  checkLength(call, text);
  checkCashtags(text);
  if (!media) checkRepetition(call, text);
  const post = call.world.posts.add({
    authorId: call.me.id,
    text,
    replyTo,
    quoteOf,
    media: call.uploads.attach(call.me.id, media?.media_ids ?? []),
    facts: factsOf(call, creation),
  });
  return { data: { id: post.id, text: post.shown.text, edit_history_tweet_ids: [post.id] } };
};

const retweet = (call: Call) => {
  const { world, me } = call;
  const id = checkId("id", call.id);
  if (id !== me.id) throw forbidden("You are not permitted to perform this action.");
  const { tweet_id: original } = readBody(call, retweetSchema);
  const found = seen(call, original);
  if (!found) {
    const error = notFound("tweet", "tweet_id", original);
    throw new ReplyError({ status: 404, json: { ...error, status: 404 } });
  }
  if (world.users.find(found.authorId)?.protected) {
    throw forbidden("You are not permitted to perform this action.");
  }
  // Reposting a repost reposts the original.
  const retweetOf = found.retweetOf ?? found.id;
  if (world.posts.by(me.id).some((post) => post.retweetOf === retweetOf)) {
    throw invalidRequest(
      "tweet_id",
      original,
      "You cannot retweet a Tweet that you have already retweeted.",
    );
  }
  const post = world.posts.add({ authorId: me.id, retweetOf });
  return { data: { retweeted: true, rest_id: post.id } };
};

/** What is gone already counts as deleted, as X is reported to answer. */
const remove = ({ world, me, id: given }: Call) => {
  const id = checkId("id", given);
  const found = world.posts.find(id);
  if (found && found.authorId !== me.id) {
    throw forbidden("You are not authorized to delete this Tweet.");
  }
  world.posts.remove(id);
  return { data: { deleted: true } };
};

/** Where there is no retweet, there is nothing to take back: X answers the same. */
const undoRetweet = (call: Call) => {
  const { world, me } = call;
  if (checkId("id", call.id) !== me.id) {
    throw forbidden("You are not permitted to perform this action.");
  }
  const original = checkId("source_tweet_id", call.secondId);
  const own = world.posts.by(me.id).find(({ retweetOf }) => retweetOf === original);
  if (own) world.posts.remove(own.id);
  return { data: { retweeted: false } };
};

export const postEndpoints: readonly Endpoint[] = [
  {
    name: "posts by ids",
    method: "GET",
    path: /^tweets$/,
    scopes: READ,
    limit: { window: 900 },
    parameters: ["ids", ...POST_VIEW],
    run: byIds,
  },
  {
    name: "post",
    method: "POST",
    path: /^tweets$/,
    scopes: WRITE,
    limit: { window: 100, day: 10_000 },
    parameters: [],
    status: 201,
    run: create,
  },
  {
    name: "delete",
    method: "DELETE",
    path: /^tweets\/([^/]+)$/,
    scopes: WRITE,
    limit: { window: 50 },
    parameters: [],
    run: remove,
  },
  {
    name: "retweet",
    method: "POST",
    path: /^users\/([^/]+)\/retweets$/,
    scopes: WRITE,
    limit: { window: 50 },
    parameters: [],
    run: retweet,
  },
  {
    name: "undo retweet",
    method: "DELETE",
    path: /^users\/([^/]+)\/retweets\/([^/]+)$/,
    scopes: WRITE,
    limit: { window: 50 },
    parameters: [],
    run: undoRetweet,
  },
];
