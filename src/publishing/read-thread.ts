/** A thread as its maker gave it, every part checked by every rule before X is asked: all that is wrong at once. */
import type { Finding } from "../connector/findings.ts";
import { TEXT_MAX_LENGTH, THREAD_MAX_PARTS, THREAD_MIN_PARTS } from "../connector/limits.ts";
import { PartToPublishModel, ThreadToPublishModel } from "../connector/publish-models.ts";
import type { PostContent } from "../x/post-content.ts";
import { weightedLength } from "../x/text-rules.ts";
import { readModel } from "./read-model.ts";
import { placeOf, readPost } from "./read-post.ts";
import { splitText } from "./split-text.ts";

export interface ThreadReading {
  readonly parts: readonly PostContent[];
  readonly findings: readonly Finding[];
}

const finding = (target: string, message: string): Finding => ({
  target,
  message,
  code: "InvalidParameter",
});

/** The parts as they were given, or as the text makes them. */
const partsOf = async (
  parts: readonly unknown[],
  textToSplit: string,
): Promise<readonly unknown[] | Finding> => {
  if (parts.length > 0 && textToSplit !== "") {
    return finding("textToSplit", "Give either parts or a text to split, not both.");
  }
  if ((await weightedLength(textToSplit)) > THREAD_MAX_PARTS * TEXT_MAX_LENGTH) {
    return finding(
      "textToSplit",
      `The text is longer than ${THREAD_MAX_PARTS} posts can hold. Shorten it.`,
    );
  }
  if (textToSplit !== "") return (await splitText(textToSplit)).map((text) => ({ text }));
  if (parts.length < THREAD_MIN_PARTS) {
    return finding(
      "parts",
      `A thread has ${THREAD_MIN_PARTS} to ${THREAD_MAX_PARTS} parts, and here ${parts.length === 1 ? "is one" : "are none"}. Give more, or use "Publish a post".`,
    );
  }
  return parts;
};

export const readThread = async (given: unknown): Promise<ThreadReading> => {
  const list: unknown = Object(given).parts;
  const isList = Array.isArray(list);
  // What is wrong within a part is told by the part.
  const read = readModel(
    ThreadToPublishModel,
    isList ? { ...Object(given), parts: [] } : given,
    "",
  );
  const { textToSplit = "" } = read.values;
  const { findings } = read;
  if (findings.some(({ target }) => ["body", "parts", "textToSplit"].includes(target))) {
    return { parts: [], findings };
  }
  const parts = await partsOf(isList ? list : [], textToSplit);
  if ("target" in parts) return { parts: [], findings: [...findings, parts] };
  const tooMany =
    parts.length > THREAD_MAX_PARTS
      ? [
          finding(
            textToSplit === "" ? "parts" : "textToSplit",
            `This makes ${parts.length} posts, and a thread has up to ${THREAD_MAX_PARTS}. Shorten it, or publish the rest as a reply to the last of them.`,
          ),
        ]
      : [];
  const posts: PostContent[] = [];
  const wrong: Finding[] = [];
  for (const [index, part] of parts.slice(0, THREAD_MAX_PARTS).entries()) {
    const { post, findings: ofPart } = await readPost(PartToPublishModel, part, `parts[${index}]`);
    posts.push(index === 0 ? { ...post, ...placeOf(read.values) } : post);
    wrong.push(...ofPart);
  }
  return { parts: posts, findings: [...findings, ...tooMany, ...wrong] };
};
