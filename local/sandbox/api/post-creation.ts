/** Posting: https://docs.x.com/x-api/posts/create-post */
import * as z from "zod";
import { ReplyError } from "../http/reply.ts";
import { forbidden, invalidRequest } from "../problems.ts";
import { toPostText } from "../world/post-text.ts";
import type { PostFacts, SandboxPost } from "../world/posts.ts";
import { SHORT_POST, weightedLength } from "../world/text-length.ts";
import { type Call, type Endpoint, WRITE } from "./endpoint.ts";
import { readBody } from "./json-body.ts";
import { seenPost } from "./seen-post.ts";

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
  const parent = seenPost(call, replyTo);
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
  if (quoteOf && !seenPost(call, quoteOf)) {
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

export const postCreation: Endpoint = {
  name: "post",
  method: "POST",
  path: /^tweets$/,
  scopes: WRITE,
  limit: { window: 100, day: 10_000 },
  parameters: [],
  status: 201,
  run: create,
};
