/** The sandbox's posts, kept in the order of their ids, so that a page of them is read without sorting. */
import { languageOf } from "./language.ts";
import {
  type AppendedLink,
  cutPostText,
  type PostText,
  shiftPostText,
  toPostText,
} from "./post-text.ts";
import { SHORT_POST, weightedLength } from "./text-length.ts";
import type { SandboxUser, Users } from "./users.ts";

export interface SandboxMedia {
  /** `3_…` of a photo, `7_…` of a video, `16_…` of a GIF. */
  readonly key: string;
  readonly type: "photo" | "video" | "animated_gif";
  /** Below the sandbox's origin; of a moving picture its preview. */
  readonly path: string;
  /** The moving picture itself, where it was uploaded. */
  readonly videoPath?: string | undefined;
  readonly altText?: string | undefined;
}

/** A place as an author tags a post with it. */
export interface SandboxPlace {
  readonly id: string;
  readonly name: string;
  /** Two letters, as of ISO 3166. */
  readonly country: string;
  readonly longitude: number;
  readonly latitude: number;
}

/** What an author asks, and until when. */
export interface SandboxPoll {
  readonly id: string;
  readonly options: readonly string[];
  readonly durationMinutes: number;
  readonly endsAt: number;
}

/** What X knows of a post beside its text. */
export interface PostFacts {
  readonly poll?: SandboxPoll | undefined;
  /** Who may reply, by X's names; everyone unless told. */
  readonly replySettings?: string | undefined;
  readonly madeWithAi?: boolean | undefined;
  readonly paidPartnership?: boolean | undefined;
  readonly place?: SandboxPlace | undefined;
  /** What it is about, as `domain.entity`. */
  readonly context?: readonly string[] | undefined;
  /** What it is about, by name. */
  readonly entities?: readonly string[] | undefined;
  /** Made for an advertisement, and shown in no timeline. */
  readonly nullcast?: boolean | undefined;
}

export interface SandboxPost {
  readonly id: string;
  /** The id as a number, to compare by. */
  readonly key: bigint;
  readonly authorId: string;
  /** As it was written. */
  readonly source: string;
  /** `source` in lower case. */
  readonly searchable: string;
  readonly shown: PostText;
  /** The whole of a long post, of which `shown` is the beginning. */
  readonly note: PostText | undefined;
  readonly lang: string;
  readonly createdAt: number;
  /** From when on search and timelines show it. */
  readonly indexedAt: number;
  readonly conversationId: string;
  readonly replyTo: string | undefined;
  readonly replyToUserId: string | undefined;
  readonly retweetOf: string | undefined;
  readonly quoteOf: string | undefined;
  readonly media: readonly SandboxMedia[];
  readonly facts: PostFacts;
  readonly counts: { reposts: number; replies: number; quotes: number; likes: number };
}

export interface NewPost {
  readonly authorId: string;
  readonly text?: string | undefined;
  readonly lang?: string | undefined;
  readonly createdAt?: number | undefined;
  readonly indexedAfterMs?: number | undefined;
  readonly replyTo?: string | undefined;
  readonly retweetOf?: string | undefined;
  readonly quoteOf?: string | undefined;
  readonly media?: readonly SandboxMedia[] | undefined;
  readonly facts?: PostFacts | undefined;
  readonly likes?: number | undefined;
}

export interface Posts {
  /** By ascending id. */
  readonly all: readonly SandboxPost[];
  /** By ascending id. */
  by(authorId: string): readonly SandboxPost[];
  find(id: string): SandboxPost | undefined;
  add(post: NewPost): SandboxPost;
  /** False when there is none. */
  remove(id: string): boolean;
}

const RETWEET_LENGTH = 140;
/** Where X cuts a long post, its link not counted. */
const LONG_POST_SHOWN = 275;

/** Where `key` is, or would be. */
const indexOf = (posts: readonly SandboxPost[], key: bigint): number => {
  let low = 0;
  let high = posts.length;
  // A new post is nearly always the newest.
  if ((posts.at(-1)?.key ?? -1n) < key) return high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((posts[middle]?.key ?? key) < key) low = middle + 1;
    else high = middle;
  }
  return low;
};

const retweetText = (original: SandboxPost, author: SandboxUser | undefined): PostText => {
  const whole = original.note ?? original.shown;
  const prefix = toPostText(original.id, `RT @${author?.username ?? ""}: `);
  const joined = shiftPostText(prefix, whole);
  return [...joined.text].length > RETWEET_LENGTH
    ? cutPostText(joined, RETWEET_LENGTH, "…")
    : joined;
};

export const createPosts = (
  now: () => number,
  nextId: (at: number) => string,
  users: Users,
): Posts => {
  const all: SandboxPost[] = [];
  const byId = new Map<string, SandboxPost>();
  const byAuthor = new Map<string, SandboxPost[]>();

  const ofAuthor = (authorId: string): SandboxPost[] => {
    const known = byAuthor.get(authorId) ?? [];
    byAuthor.set(authorId, known);
    return known;
  };
  const find = (id: string | undefined) => (id === undefined ? undefined : byId.get(id));
  const nameOf = (userId: string) => users.find(userId)?.username ?? "i";

  /** Tells the posts that a post refers to. */
  const count = ({ retweetOf, replyTo, quoteOf }: SandboxPost, by: 1 | -1) => {
    const [original, parent, quoted] = [find(retweetOf), find(replyTo), find(quoteOf)];
    if (original) original.counts.reposts += by;
    if (parent) parent.counts.replies += by;
    if (quoted) quoted.counts.quotes += by;
  };

  const linksBehind = (id: string, { authorId, media = [], quoteOf }: NewPost): AppendedLink[] => {
    const quoted = find(quoteOf);
    const status = (post: string, author: string) =>
      `https://x.com/${nameOf(author)}/status/${post}`;
    return [
      ...(quoted ? [{ expandedUrl: status(quoted.id, quoted.authorId) }] : []),
      ...media.slice(0, 1).map(({ key, type }) => ({
        expandedUrl: `${status(id, authorId)}/${type === "photo" ? "photo" : "video"}/1`,
        displayUrl: `pic.x.com/${key}`,
        mediaKey: key,
      })),
    ];
  };

  const textsOf = (id: string, source: string, post: NewPost) => {
    const original = find(post.retweetOf);
    if (original)
      return { shown: retweetText(original, users.find(original.authorId)), note: undefined };
    const links = linksBehind(id, post);
    if (weightedLength(source) <= SHORT_POST) {
      return { shown: toPostText(id, source, links), note: undefined };
    }
    const note = toPostText(id, source);
    const beginning = cutPostText(note, LONG_POST_SHOWN, "…");
    const status = { expandedUrl: `https://x.com/i/web/status/${id}` };
    return {
      shown: shiftPostText(
        { ...beginning, text: `${beginning.text} ` },
        toPostText(id, "", [status]),
      ),
      note,
    };
  };

  return {
    all,
    by: (authorId) => byAuthor.get(authorId) ?? [],
    find,
    add(given) {
      const { createdAt = now(), indexedAfterMs = 0, likes = 0 } = given;
      const id = nextId(createdAt);
      const original = find(given.retweetOf);
      const parent = find(given.replyTo);
      const source = original?.source ?? given.text ?? "";
      const post: SandboxPost = {
        id,
        key: BigInt(id),
        authorId: given.authorId,
        source,
        searchable: source.toLowerCase(),
        ...textsOf(id, source, given),
        lang: given.lang ?? original?.lang ?? languageOf(source),
        createdAt,
        indexedAt: createdAt + indexedAfterMs,
        conversationId: parent?.conversationId ?? id,
        replyTo: given.replyTo,
        replyToUserId: parent?.authorId,
        retweetOf: given.retweetOf,
        quoteOf: given.quoteOf,
        media: given.media ?? [],
        facts: given.facts ?? {},
        counts: { reposts: 0, replies: 0, quotes: 0, likes },
      };
      byId.set(id, post);
      for (const list of [all, ofAuthor(post.authorId)])
        list.splice(indexOf(list, post.key), 0, post);
      count(post, 1);
      return post;
    },
    remove(id) {
      const post = byId.get(id);
      if (!post) return false;
      byId.delete(id);
      for (const list of [all, ofAuthor(post.authorId)]) list.splice(indexOf(list, post.key), 1);
      count(post, -1);
      return true;
    },
  };
};
