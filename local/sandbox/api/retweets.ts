/** Reposting and taking that back: https://docs.x.com/x-api/posts/repost-post */
import * as z from "zod";
import { ReplyError } from "../http/reply.ts";
import { forbidden, invalidRequest, notFound } from "../problems.ts";
import { type Call, type Endpoint, WRITE } from "./endpoint.ts";
import { readBody } from "./json-body.ts";
import { checkId } from "./parameters.ts";
import { seenPost } from "./seen-post.ts";

const retweetSchema = z.strictObject({ tweet_id: z.string().regex(/^[0-9]{1,19}$/) });

const retweet = (call: Call) => {
  const { world, me } = call;
  const id = checkId("id", call.id);
  if (id !== me.id) throw forbidden("You are not permitted to perform this action.");
  const { tweet_id: original } = readBody(call, retweetSchema);
  const found = seenPost(call, original);
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

export const retweetEndpoints: readonly Endpoint[] = [
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
