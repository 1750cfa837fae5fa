import fc from "fast-check";
import { parse } from "lossless-json";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { TweetModel, UserDetailsModel } from "../../../src/connector/models.ts";
import { modelWriter } from "../../../src/http/model-json.ts";
import { operations } from "../../../src/operations/index.ts";
import { toTweets } from "../../../src/x/tweet-mapping.ts";
import { xPage, xPost } from "../../fixtures/x-posts.ts";

const user = {
  FullName: "Contoso Ltd",
  Location: "",
  Id: 1460323737035677698n,
  UserName: "contoso",
  FollowersCount: 0,
  Description: "",
  StatusesCount: 0,
  FriendsCount: 0,
  FavouritesCount: 0,
  ProfileImageUrl: "",
};

describe("an answer's JSON", () => {
  it("holds every digit of an id beyond 2^53 as an integer", () => {
    const write = modelWriter({ model: UserDetailsModel });
    expect(write(user)).toContain('"Id":1460323737035677698,');
  });

  it("is what JSON.stringify writes, whatever a text holds", () => {
    const write = modelWriter({ model: UserDetailsModel, many: true });
    const anyText = fc.string({
      unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      maxLength: 60,
    });
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 4 }), (texts) => {
        const users = texts.map((Description) => ({ ...user, Id: 7n, Description }));
        const plain = users.map((each) => ({ ...each, Id: 7 }));
        return write(users) === JSON.stringify(plain);
      }),
    );
  });

  it("keeps the order of the model, nested models and the null of a tweet that is no retweet", () => {
    const tweets = toTweets(xPage([xPost({ id: "2124925851098154332" })]));
    const text = modelWriter({ model: TweetModel, many: true })(tweets);
    const [tweet] = parse(text) as [Record<string, unknown>];
    expect(Object.keys(tweet)).toEqual(Object.keys(TweetModel.shape));
    expect(tweet.OriginalTweet).toBeNull();
  });

  it("is there for the model of every operation, and for no other", () => {
    for (const { returns } of operations) expect(modelWriter(returns)).toBeTypeOf("function");
    expect(() => modelWriter({ model: z.object({}) })).toThrow("npm run generate");
  });
});
