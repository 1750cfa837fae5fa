/** A long text as the posts of a thread: split between sentences, where one is too long between words, and numbered. */
import { TEXT_MAX_LENGTH } from "../connector/limits.ts";
import { weightedLength } from "../x/text-rules.ts";

/** ` 25/25`, behind each post. */
const NUMBERING_LENGTH = 6;
const ROOM = TEXT_MAX_LENGTH - NUMBERING_LENGTH;

/** Each segment comes with a copy of the whole text, and is not kept. */
const pieces = (text: string, granularity: "sentence" | "word" | "grapheme"): string[] =>
  Array.from(new Intl.Segmenter("en", { granularity }).segment(text), ({ segment }) => segment);

/** Words with the spaces behind them: a segmenter would part links and handles. */
const words = (text: string): string[] => text.match(/\S+\s*/g) ?? [];

const fits = async (text: string): Promise<boolean> => (await weightedLength(text.trim())) <= ROOM;

/** Lets others have their turn: to count a post's letters takes a while where there is no blank among them. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Ever smaller ways to part a text. */
const WAYS: readonly ((text: string) => string[])[] = [
  (text) => pieces(text, "sentence"),
  words,
  (text) => pieces(text, "grapheme"),
];

/** Puts as many pieces into each post as fit; a piece that is too long alone is parted in the next way. */
const packed = async (text: string, [way, ...finer]: typeof WAYS): Promise<string[]> => {
  if (!way) return [text];
  const posts: string[] = [];
  let post = "";
  for (const piece of way(text)) {
    if (await fits(post + piece)) {
      post += piece;
      continue;
    }
    if (post.trim() !== "") posts.push(post);
    post = "";
    await turn();
    if (await fits(piece)) post = piece;
    else {
      const parted = await packed(piece, finer);
      posts.push(...parted.slice(0, -1));
      post = parted.at(-1) ?? "";
    }
  }
  return post.trim() === "" ? posts : [...posts, post];
};

/** One post, without a number, where all of it fits into one. */
export const splitText = async (text: string): Promise<string[]> => {
  const whole = text.trim();
  if ((await weightedLength(whole)) <= TEXT_MAX_LENGTH) return [whole];
  const posts = await packed(whole, WAYS);
  return posts.map((post, index) => `${post.trim()} ${index + 1}/${posts.length}`);
};
