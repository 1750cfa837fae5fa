/** The row of an account: under which name it is kept, for how long, and how long one tries to change it. */
import { createHash } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { createAccounts } from "../../../src/connections/account.ts";
import { createCredentials } from "../../../src/connections/credentials.ts";
import { OAuthError } from "../../../src/connections/oauth-error.ts";
import { createSignIn } from "../../../src/connections/sign-ins.ts";
import { StoreUnavailableError } from "../../../src/store/store.ts";
import { APP, createWorld, identityOf, KEY, USER } from "./model-x-oauth.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const REDEEMABLE = { code: "code", verifier: "v", redirectUri: "r" };

// Most of it reported by `npm run mutation`: no test noticed when it broke.
describe("the row of an account", () => {
  it("is named as ever, and is gone 200 days after its last change", async () => {
    const { time, store, open } = createWorld();
    await open();
    const [row] = await store.list("account");
    const digest = createHash("sha256").update(APP.clientId).digest("base64url");
    expect(row?.row).toBe(`${digest}.${USER.id}`);
    time.now += 200 * DAY_MS - 1;
    expect(await store.list("account")).toHaveLength(1);
    time.now += 1;
    expect(await store.list("account")).toEqual([]);
  });

  it("holds a grant that opens for as long", async () => {
    const { time, give, instance } = createWorld();
    const { accounts, grants } = instance();
    const grant = await accounts.sealGrant(grants.of(APP, give()));
    time.now += 200 * DAY_MS - 1000;
    expect(await accounts.openGrant({ grant })).toMatchObject({ accessToken: "a1" });
    time.now += 1000;
    expect(await accounts.openGrant({ grant })).toBeUndefined();
  });

  it("tells a write that came too late", async () => {
    const { open, instance } = createWorld();
    await open();
    const { accounts } = instance();
    const row = await accounts.read(KEY);
    const account = { grant: "g", connections: [] };
    expect(await accounts.write(KEY, account, undefined)).toBe(false);
    expect(await accounts.write(KEY, account, row?.etag)).toBe(true);
    expect(await accounts.write(KEY, account, row?.etag)).toBe(false);
  });

  const createTrying = (random: number) => {
    vi.spyOn(Math, "random").mockReturnValue(random);
    const slept: number[] = [];
    const { store, clock } = createWorld();
    const unused = () => Promise.reject(new Error("Nobody seals here."));
    const accounts = createAccounts({
      store,
      sealer: { seal: unused, open: unused },
      clock,
      sleep: async (ms) => void slept.push(ms),
    });
    return { accounts, slept };
  };

  it.each([
    [0, [25, 50, 100, 200, 400, 500, 500], 1],
    [1, [75, 150, 300, 600, 1200, 1500, 1500], 3],
  ])(
    "is tried for 64 times, about a minute, less and less often",
    async (random, first, factor) => {
      const { accounts, slept } = createTrying(random);
      const attempt = vi.fn(async () => undefined);
      await expect(accounts.retry(KEY, attempt)).rejects.toThrow("The account stayed busy.");
      vi.restoreAllMocks();
      expect(attempt).toHaveBeenCalledTimes(64);
      expect(slept.slice(0, 7)).toEqual(first);
      expect(slept.at(-1)).toBe(500 * factor);
    },
  );

  it("of what must not be lost is tried for as long once more while the store is away", async () => {
    const { accounts, slept } = createTrying(0.5);
    const away = vi.fn(() => Promise.reject(new StoreUnavailableError("Away.")));
    await expect(accounts.retryWhileAway(KEY, away)).rejects.toThrow(StoreUnavailableError);
    vi.restoreAllMocks();
    expect(away).toHaveBeenCalledTimes(65);
    expect(slept.slice(0, 3)).toEqual([50, 100, 200]);
    const bug = vi.fn(() => Promise.reject(new RangeError("bug")));
    await expect(accounts.retryWhileAway(KEY, bug)).rejects.toThrow(RangeError);
    expect(bug).toHaveBeenCalledTimes(1);
  });
});

describe("the token of a call", () => {
  it("is read from the account once a minute", async () => {
    const world = createWorld();
    const identity = identityOf(await world.open());
    const { connections } = world.instance();
    let read = 0;
    const credentials = createCredentials(
      {
        ...connections,
        accessToken: (given) => {
          read += 1;
          return connections.accessToken(given);
        },
      },
      world.clock,
    );
    for (const [after, reads] of [
      [0, 1],
      [59_999, 1],
      [1, 2],
    ] as const) {
      world.time.now += after;
      expect(await credentials(identity).accessToken()).toBe("a1");
      expect(read).toBe(reads);
    }
  });

  it("that X rejected is not kept, whether there is a newer one or not", async () => {
    const world = createWorld();
    const identity = identityOf(await world.open());
    const { connections } = world.instance();
    const { accessToken, newerThan } = createCredentials(connections, world.clock)(identity);
    expect(await newerThan("older")).toBe("a1");
    expect(await newerThan("a1")).toBeUndefined();
    await connections.refresh(APP, USER.id, identity.connectionId);
    expect(await accessToken()).toBe("a2");
  });
});

describe("a sign-in", () => {
  const createSigningIn = () => {
    const world = createWorld();
    const usersRead: unknown[] = [];
    const answers: (() => Promise<typeof USER>)[] = [];
    const slept: number[] = [];
    const xOAuth = {
      ...world.x,
      whoIs: () => answers.shift()?.() ?? Promise.resolve(USER),
    };
    const exchanged: string[] = [];
    const exchange = xOAuth.exchange;
    xOAuth.exchange = (...given) => {
      exchanged.push(given[1].code);
      return exchange(...given);
    };
    const signIn = (app = APP) => {
      const { grants, connections, unfinished } = world.instance({ xOAuth });
      return createSignIn({
        xOAuth,
        grants,
        connections,
        unfinished,
        clock: world.clock,
        sleep: async (ms) => {
          slept.push(ms);
          world.time.now += ms;
        },
        onUserRead: (...given) => void usersRead.push(given),
      })(app, REDEEMABLE);
    };
    const left = async () => (await world.store.list(partitionOf(APP.clientId))).length;
    return { ...world, signIn, answers, usersRead, exchanged, slept, left };
  };
  const partitionOf = (appId: string) =>
    `unfinished-${createHash("sha256").update(appId).digest("base64url")}`;
  const failing = (error: Error) => () => Promise.reject(error);
  const silence = failing(new OAuthError("temporarily_unavailable", "Silence."));
  const refusal = failing(new OAuthError("invalid_grant", "Refused."));
  const bug = failing(Object.assign(new RangeError("bug"), { code: "temporarily_unavailable" }));

  it("keeps nothing where X says at once who it is", async () => {
    const { signIn, usersRead, left, slept } = createSigningIn();
    expect(await signIn()).toMatchObject({ user: USER, expiresIn: 7080 });
    expect(usersRead).toEqual([[APP.clientId, USER.id]]);
    expect([await left(), slept]).toEqual([0, []]);
  });

  it("asks three more times, and forgets what it kept once X says it", async () => {
    const { signIn, answers, usersRead, left, slept } = createSigningIn();
    answers.push(silence, silence, silence);
    await signIn();
    expect(slept).toEqual([500, 1_500, 4_000]);
    expect([await left(), usersRead]).toEqual([0, [[APP.clientId, USER.id]]]);
  });

  it("asks no more of what X refuses, nor of a bug, nor after 45 seconds", async () => {
    for (const [last, error] of [
      [refusal, "Refused."],
      [bug, "bug"],
    ] as const) {
      const { signIn, answers, usersRead, slept } = createSigningIn();
      answers.push(silence, last);
      await expect(signIn()).rejects.toThrow(error);
      expect(slept).toEqual([500]);
      expect(usersRead).toEqual([[APP.clientId, undefined]]);
    }
    const { signIn, answers, slept, time } = createSigningIn();
    answers.push(silence, () => {
      time.now += 45_000;
      return silence();
    });
    await expect(signIn()).rejects.toThrow("Silence.");
    expect(slept).toEqual([500]);
  });

  it("is gone on with from what was kept, by the same app alone", async () => {
    const { signIn, answers, exchanged, left, slept } = createSigningIn();
    answers.push(silence, silence, silence, silence);
    await expect(signIn()).rejects.toThrow("Silence.");
    expect(await left()).toBe(1);
    await expect(signIn({ ...APP, clientSecret: "stolen" })).rejects.toMatchObject({
      code: "invalid_grant",
      message: expect.stringContaining("issued to another app"),
    });
    expect(await left()).toBe(1);
    await signIn();
    expect([exchanged, await left(), slept.length]).toEqual([["code"], 0, 3]);
  });

  it("does not fail where the store cannot keep it, and hides no bug of the store", async () => {
    const world = createSigningIn();
    world.answers.push(silence);
    const create = vi.spyOn(world.store, "create");
    create.mockRejectedValueOnce(new StoreUnavailableError("Away."));
    await world.signIn();
    const broken = createSigningIn();
    broken.answers.push(silence);
    vi.spyOn(broken.store, "create").mockRejectedValueOnce(new RangeError("bug"));
    await expect(broken.signIn()).rejects.toThrow(RangeError);
  });
});

describe("what sign-ins have left", () => {
  it("is looked through for a user's, ten of them, and those that X takes no longer are passed over", async () => {
    const world = createWorld();
    const owners = new Map<string, string>();
    const asked: string[] = [];
    const whoIs = async (accessToken: string) => {
      asked.push(accessToken);
      const id = owners.get(accessToken);
      if (id === undefined) throw new OAuthError("invalid_grant", "Gone.");
      if (id === "silence") throw new OAuthError("temporarily_unavailable", "Silence.");
      return { id, username: id };
    };
    const { grants, unfinished } = world.instance({ xOAuth: { ...world.x, whoIs } });
    const leave = async (owner?: string) => {
      const tokens = world.give();
      if (owner) owners.set(tokens.accessToken, owner);
      await unfinished.keep(APP.clientId, tokens.refreshToken, grants.of(APP, tokens));
      return tokens;
    };
    expect(await unfinished.ofUser(APP.clientId, "1")).toBeUndefined();
    await leave();
    await leave("2");
    const own = await leave("1");
    expect(await unfinished.ofUser(APP.clientId, "1")).toMatchObject({
      accessToken: own.accessToken,
    });
    expect(await unfinished.ofUser("other app", "1")).toBeUndefined();
    await unfinished.forget(APP.clientId, own.refreshToken);
    await unfinished.forget(APP.clientId, "never kept");
    expect(await unfinished.ofUser(APP.clientId, "1")).toBeUndefined();
    for (let count = 0; count < 12; count += 1) await leave("2");
    asked.length = 0;
    await unfinished.ofUser(APP.clientId, "1");
    expect(asked).toHaveLength(10);
    owners.clear();
    await leave();
    for (const token of asked) owners.set(token, "silence");
    await expect(unfinished.ofUser(APP.clientId, "1")).rejects.toThrow("Silence.");
  });
});
