/** Users and posts as X sends them: the asked fields, in the vocabulary of the request, and what expansions include. */
import type { Schemas } from "@xdevplatform/xdk";
import { notAuthorized, notFound, suspended } from "./problems.ts";
import type { Wire } from "./wire.ts";
import type { SandboxPost, SandboxUser, World } from "./world.ts";

/** What a request asked for. */
export interface Wanted {
  readonly userFields: ReadonlySet<string>;
  readonly postFields: ReadonlySet<string>;
  readonly mediaFields: ReadonlySet<string>;
  readonly expansions: ReadonlySet<string>;
  /** Where pictures are. */
  readonly origin: string;
}

type UserShape = Wire<Pick<Schemas.User, "id" | "name" | "username">> & Partial<Wire<Schemas.User>>;
type PostShape = Wire<Pick<Schemas.Post, "id" | "text">> & Readonly<Record<string, unknown>>;

const LONG_POST = 280;

export const wantedOf = (query: URLSearchParams, origin: string): Wanted => {
  const list = (name: string) => new Set(query.get(name)?.split(",") ?? []);
  return {
    userFields: list("user.fields"),
    postFields: list("tweet.fields"),
    mediaFields: list("media.fields"),
    expansions: list("expansions"),
    origin,
  };
};

const asked = (values: Record<string, unknown>, fields: ReadonlySet<string>) =>
  Object.fromEntries(
    Object.entries(values).filter(([name, value]) => fields.has(name) && value !== undefined),
  );

export const createShapes = (world: World) => {
  const postCounts = new Map<string, { at: number; count: number }>();
  const postCount = ({ id }: SandboxUser): number => {
    const known = postCounts.get(id);
    if (known?.at === world.posts.size) return known.count;
    const count = [...world.posts.values()].filter(({ authorId }) => authorId === id).length;
    postCounts.set(id, { at: world.posts.size, count });
    return count;
  };

  const user = (account: SandboxUser, { userFields, origin }: Wanted): UserShape => ({
    id: account.id,
    name: account.name,
    username: account.username,
    ...asked(
      {
        location: account.location || undefined,
        description: account.description,
        protected: account.protected,
        created_at: new Date(account.createdAt).toISOString(),
        profile_image_url: `${origin}/images/${account.username}.svg`,
        public_metrics: userFields.has("public_metrics") && {
          followers_count: (world.followers.get(account.id)?.length ?? 0) + account.extraFollowers,
          following_count: world.following.get(account.id)?.length ?? 0,
          tweet_count: postCount(account),
          listed_count: 0,
          like_count: account.likeCount,
          media_count: 0,
        },
      },
      userFields,
    ),
  });

  const mentionsOf = (text: string) =>
    [...text.matchAll(/@([A-Za-z0-9_]{1,15})/g)].map(({ index, 0: sign, 1: username = "" }) => {
      const mentioned = world.userNamed(username);
      return {
        start: index,
        end: index + sign.length,
        username,
        ...(mentioned && !mentioned.suspended && { id: mentioned.id }),
      };
    });

  const entitiesOf = (text: string) => {
    const mentions = mentionsOf(text);
    const hashtags = [...text.matchAll(/#([\p{L}\p{N}_]+)/gu)].map(
      ({ index, 0: sign, 1: tag }) => ({
        start: index,
        end: index + sign.length,
        tag,
      }),
    );
    if (mentions.length + hashtags.length === 0) return undefined;
    return { ...(mentions.length > 0 && { mentions }), ...(hashtags.length > 0 && { hashtags }) };
  };

  const referencesOf = ({ retweetOf, quoteOf, replyTo }: SandboxPost) => {
    const references = [
      ...(retweetOf ? [{ type: "retweeted", id: retweetOf }] : []),
      ...(quoteOf ? [{ type: "quoted", id: quoteOf }] : []),
      ...(replyTo ? [{ type: "replied_to", id: replyTo }] : []),
    ];
    return references.length > 0 ? references : undefined;
  };

  const post = (item: SandboxPost, { postFields }: Wanted): PostShape => {
    const long = item.text.length > LONG_POST;
    const repliedTo = item.replyTo && world.posts.get(item.replyTo)?.authorId;
    return {
      id: item.id,
      text: long ? `${item.text.slice(0, LONG_POST - 1)}…` : item.text,
      edit_history_tweet_ids: [item.id],
      ...asked(
        {
          author_id: item.authorId,
          created_at: new Date(item.createdAt).toISOString(),
          lang: item.lang,
          public_metrics: {
            retweet_count: item.retweets,
            reply_count: 0,
            like_count: 0,
            quote_count: 0,
            bookmark_count: 0,
            impression_count: 0,
          },
          entities: entitiesOf(item.text),
          attachments:
            item.media.length > 0 ? { media_keys: item.media.map(({ key }) => key) } : undefined,
          referenced_tweets: referencesOf(item),
          in_reply_to_user_id: repliedTo || undefined,
          note_tweet: long ? { text: item.text, entities: entitiesOf(item.text) } : undefined,
        },
        postFields,
      ),
    };
  };

  /** The answer for some posts: themselves, what they refer to, and what of it cannot be shown. */
  const page = (items: readonly SandboxPost[], wanted: Wanted) => {
    const users = new Map<string, SandboxUser>();
    const posts = new Map<string, SandboxPost>();
    const media = new Map<string, SandboxPost["media"][number]>();
    const errors: object[] = [];
    const { expansions } = wanted;

    const addUser = (id: string) => {
      const found = world.users.get(id);
      if (found && !found.suspended) users.set(id, found);
      else errors.push(found ? suspended("author_id", id) : notFound("user", "author_id", id));
    };
    const addParts = (item: SandboxPost, prefix: string) => {
      if (expansions.has(`${prefix}author_id`)) addUser(item.authorId);
      if (expansions.has(`${prefix}attachments.media_keys`)) {
        for (const part of item.media) media.set(part.key, part);
      }
    };
    for (const item of items) {
      addParts(item, "");
      if (expansions.has("entities.mentions.username")) {
        for (const { id, username } of mentionsOf(item.text)) {
          const mentioned = id && world.users.get(id);
          if (mentioned) users.set(mentioned.id, mentioned);
          else errors.push(notFound("user", "entities.mentions.username", username));
        }
      }
      if (!expansions.has("referenced_tweets.id")) continue;
      for (const { id } of referencesOf(item) ?? []) {
        const found = world.posts.get(id);
        const author = found && world.users.get(found.authorId);
        if (!found) errors.push(notFound("tweet", "referenced_tweets.id", id));
        else if (author?.protected) errors.push(notAuthorized("Tweet", "referenced_tweets.id", id));
        else {
          posts.set(id, found);
          addParts(found, "referenced_tweets.id.");
        }
      }
    }

    const includes = {
      ...(users.size > 0 && { users: [...users.values()].map((item) => user(item, wanted)) }),
      ...(posts.size > 0 && { tweets: [...posts.values()].map((item) => post(item, wanted)) }),
      ...(media.size > 0 && {
        media: [...media.values()].map(({ key, type, url }) => ({
          media_key: key,
          type,
          ...(type === "photo"
            ? asked({ url }, wanted.mediaFields)
            : asked({ preview_image_url: url }, wanted.mediaFields)),
        })),
      }),
    };
    return {
      ...(items.length > 0 && { data: items.map((item) => post(item, wanted)) }),
      ...(Object.keys(includes).length > 0 && { includes }),
      ...(errors.length > 0 && { errors }),
    };
  };

  return { user, page };
};

export type Shapes = ReturnType<typeof createShapes>;
