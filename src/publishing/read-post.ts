/** A post as its maker gave it, checked by every rule of X that is known before X is asked: all that is wrong at once. */
import type * as z from "zod";
import type { Finding } from "../connector/findings.ts";
import {
  CASHTAGS_A_POST,
  POLL_DEFAULT_MINUTES,
  PREMIUM_TEXT_MAX_LENGTH,
  TEXT_MAX_LENGTH,
} from "../connector/limits.ts";
import { readPostId } from "../connector/post-id.ts";
import type { PartToPublishModel, PostToPublishModel } from "../connector/publish-models.ts";
import type { PostContent } from "../x/post-content.ts";
import { cashtagsIn, weightedLength } from "../x/text-rules.ts";
import { readMediaList } from "./media-findings.ts";
import { pathTo, readModel } from "./read-model.ts";

export interface PostReading {
  readonly post: PostContent;
  readonly findings: readonly Finding[];
}

type Values = Partial<z.output<typeof PostToPublishModel>>;

const when = (holds: boolean, target: string, message: string): Finding[] =>
  holds ? [{ target, message, code: "InvalidParameter" }] : [];

const textFindings = async (text: string, isLong: boolean, at: string): Promise<Finding[]> => {
  const most = isLong ? PREMIUM_TEXT_MAX_LENGTH : TEXT_MAX_LENGTH;
  const [length, cashtags] = [await weightedLength(text), await cashtagsIn(text)];
  const hint = isLong ? "" : ', or set "Long text" if the account has X Premium';
  const tags = cashtags.map((tag) => `$${tag}`).join(", ");
  return [
    ...when(
      length > most,
      at,
      `The text counts ${length} characters for X, and ${most} are allowed (a link counts 23, an emoji or a Chinese character 2). Shorten it${hint}.`,
    ),
    ...when(
      cashtags.length > CASHTAGS_A_POST,
      at,
      `The text has ${cashtags.length} cashtags (${tags}), and X takes one a post. Write the others without $.`,
    ),
  ];
};

const emptyFindings = (values: Values, files: number, at: string): Finding[] => {
  if (values.text || files > 0) return [];
  const target = pathTo(at, ["text"]);
  if (values.poll) return when(true, target, "A poll needs a text that asks its question.");
  const message = "There is nothing to post. Give a text or a media file.";
  return [{ target, message, code: "NothingToPost" }];
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Who may reply, and what X labels the post as. */
const settingsOf = (values: Values): Partial<PostContent> => {
  const { replySettings, madeWithAi, paidPartnership } = values;
  return {
    ...(replySettings && replySettings !== "everyone" && { replySettings }),
    ...(madeWithAi && { madeWithAi: true }),
    ...(paidPartnership && { paidPartnership: true }),
  };
};

const pollOf = ({ poll }: Values): Pick<PostContent, "poll"> => {
  if (!poll) return {};
  const { options, durationMinutes = POLL_DEFAULT_MINUTES } = poll;
  return { poll: { options, durationMinutes } };
};

/** What the post replies to; nothing where that is wrong, which the model tells. */
const replyOf = ({ replyTo }: Values): Pick<PostContent, "replyTo"> => {
  const read = readPostId(replyTo ?? "");
  return "id" in read ? { replyTo: read.id } : {};
};

/** Where a post stands and who may answer it: of a thread, that of its first post. */
export const placeOf = (values: Values): Partial<PostContent> => ({
  ...replyOf(values),
  ...settingsOf(values),
});

/** `at` is where the post stands in the body; empty for the body itself. */
export const readPost = async (
  model: typeof PostToPublishModel | typeof PartToPublishModel,
  given: unknown,
  at = "",
): Promise<PostReading> => {
  const read = readModel(model, given, at);
  if (!isObject(given)) return { post: { text: "", media: [] }, findings: read.findings };
  const isWrong = (name: string) =>
    read.findings.some(({ target }) => target.startsWith(pathTo(at, [name])));
  const values: Values = read.values;
  const { text = "", poll, longText = false } = values;
  const { media: files } = given;
  const { media, findings } = await readMediaList(files, pathTo(at, ["media"]));
  const count = Array.isArray(files) ? files.length : 0;
  const hasPoll = Boolean(poll) || isWrong("poll");
  return {
    post: {
      text,
      media,
      ...pollOf(values),
      ...placeOf(values),
    },
    findings: [
      ...read.findings,
      ...(await textFindings(text, longText, pathTo(at, ["text"]))),
      ...findings,
      ...when(
        hasPoll && count > 0,
        pathTo(at, ["poll"]),
        "A post has either media or a poll, not both.",
      ),
      ...(isWrong("text") ? [] : emptyFindings(values, count, at)),
    ],
  };
};
