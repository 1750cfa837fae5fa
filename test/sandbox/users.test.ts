import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SANDBOX_USER } from "../../local/sandbox/sandbox.ts";
import { type SignedIn, startSignedIn } from "./signed-in.ts";

let x: SignedIn;
beforeAll(async () => {
  x = await startSignedIn();
});
afterAll(() => x.sandbox.close());

const CONTOSO = "1460323737035677698";
const PRIVATE_PAT = "1802345678901234569";

describe("a look-up", () => {
  it("answers with id, name and username unless more is asked for", async () => {
    const { json } = await x.get("users/by/username/CONTOSO");
    expect(json).toEqual({ data: { id: CONTOSO, name: "Contoso Ltd", username: "contoso" } });
  });

  it("answers with exactly the asked fields, and leaves an empty location out", async () => {
    const fields = "location,description,public_metrics,profile_image_url,protected,created_at";
    const { json } = await x.get("users/by/username/alex_wilber", { "user.fields": fields });
    expect(Object.keys(json.data).sort()).toEqual(
      "created_at description id name profile_image_url protected public_metrics username".split(
        " ",
      ),
    );
    expect(json.data.description).toBe("");
    expect(json.data.public_metrics).toMatchObject({ tweet_count: 2, following_count: 2 });
    const picture = await fetch(json.data.profile_image_url);
    expect(picture.headers.get("content-type")).toBe("image/svg+xml");
  });

  it("keeps ids beyond 2^53 and old short ones exact", async () => {
    const { json } = await x.get("users/by", { usernames: "contoso,wingtip" });
    expect(json.data.map(({ id }: { id: string }) => id)).toEqual([CONTOSO, "812345"]);
  });

  it.each([
    ["nobody_at_all", "resource-not-found", "Could not find user with username: [nobody_at_all]."],
    ["spam_sam", "resource-not-found", "User has been suspended: [spam_sam]."],
  ])("of %s is 200 with an error and no data", async (name, type, detail) => {
    const { status, json } = await x.get(`users/by/username/${name}`);
    expect(status).toBe(200);
    expect(json.data).toBeUndefined();
    expect(json.errors[0]).toMatchObject({ detail, resource_type: "user", value: name });
    expect(json.errors[0].type).toMatch(new RegExp(`${type}$`));
  });

  it("of several tells what it found and what not", async () => {
    const { json } = await x.get("users/by", { usernames: "fabrikam,spam_sam,nobody" });
    expect(json.data).toHaveLength(1);
    expect(json.errors).toHaveLength(2);
  });

  it.each<[string, string, Record<string, string>, string]>([
    [
      "a handle that is none",
      "users/by/username/a.b",
      {},
      "The `username` query parameter value [a.b] does not match ^[A-Za-z0-9_]{1,15}$",
    ],
    [
      "an unknown field",
      "users/me",
      { "user.fields": "shoe_size" },
      "The `user.fields` query parameter value [shoe_size] is not one of [",
    ],
    [
      "an unknown parameter",
      "users/me",
      { foo: "bar" },
      "The query parameter [foo] is not one of [",
    ],
    ["no ids", "users", {}, "The `ids` query parameter can not be empty"],
    ["an id that is none", "users", { ids: "abc" }, "The `ids` query parameter value [abc]"],
  ])("refuses %s as X does", async (_, path, query, message) => {
    const { status, json } = await x.get(path, query);
    expect(status).toBe(400);
    expect(json.title).toBe("Invalid Request");
    expect(json.errors[0].message).toContain(message);
  });

  it("of me is the token's user", async () => {
    expect((await x.get("users/me")).json.data.id).toBe(SANDBOX_USER.id);
  });
});

describe("followers", () => {
  it("come in pages, the newest first", async () => {
    const first = await x.get(`users/${CONTOSO}/followers`, { max_results: "1000" });
    const token = first.json.meta.next_token;
    const second = await x.get(`users/${CONTOSO}/followers`, {
      max_results: "1000",
      pagination_token: token,
    });
    expect(first.json.data).toHaveLength(1000);
    expect(second.json.meta.next_token).toBeUndefined();
    const ids = [...first.json.data, ...second.json.data].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(1200);
    expect(first.json.data[0].username).not.toMatch(/^fan_/);
  });

  it("leave suspended accounts out", async () => {
    const { json } = await x.get(`users/${SANDBOX_USER.id}/followers`);
    const names = json.data.map(({ username }: { username: string }) => username);
    expect(names.sort()).toEqual(["fabrikam", "lee_gu", "megan_bowen"]);
  });

  it("of somebody whom nobody follows are an empty result", async () => {
    await x.control("users", { username: "lonely", id: "987654" });
    expect((await x.get("users/987654/followers")).json).toEqual({ meta: { result_count: 0 } });
  });

  it("of a protected account are not for everybody", async () => {
    const { status, json } = await x.get(`users/${PRIVATE_PAT}/following`);
    expect(status).toBe(200);
    expect(json.errors[0].detail).toBe(
      `Sorry, you are not authorized to see the user with id: [${PRIVATE_PAT}].`,
    );
  });

  it.each(["0", "1001", "many"])("refuse max_results %s", async (max_results) => {
    const { status, json } = await x.get(`users/${CONTOSO}/followers`, { max_results });
    expect([status, Object.keys(json.errors[0].parameters)]).toEqual([400, ["max_results"]]);
  });

  it("refuse a page token that is none", async () => {
    const { status } = await x.get(`users/${CONTOSO}/followers`, { pagination_token: "zzz" });
    expect(status).toBe(400);
  });
});
