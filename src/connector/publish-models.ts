/**
 * What the operations that publish take: bodies in JSON, read by the same models that the definition shows.
 * What X takes: https://docs.x.com/x-api/posts/create-post
 */
import * as z from "zod";
import {
  asNumber,
  exactly,
  isUnset,
  isWithin,
  optional,
  type Read,
  words,
  wrong,
  yesOrNo,
} from "./body-properties.ts";
import {
  ALT_TEXT_MAX_LENGTH,
  POLL_MAX_MINUTES,
  POLL_MIN_MINUTES,
  POLL_OPTION_MAX_LENGTH,
  POLL_OPTIONS_MAX,
  POLL_OPTIONS_MIN,
  PREMIUM_TEXT_MAX_LENGTH,
  TEXT_MAX_LENGTH,
  THREAD_MAX_PARTS,
  THREAD_MIN_PARTS,
} from "./limits.ts";
import { labelled } from "./models.ts";
import { readPostId } from "./post-id.ts";

/** The envelope that workflows keep files in: https://learn.microsoft.com/azure/logic-apps/logic-apps-content-type */
const ofEnvelope: Read = (value) =>
  typeof value === "object" && value !== null && "$content" in value ? value.$content : value;

const FILE = labelled(
  "File",
  "Content of a JPEG, PNG, WEBP or GIF image, or of an MP4, MOV or WebM video, as another step hands it on, or in base64. A link is not fetched.",
);
const ALT_TEXT = labelled("Alt text", "What the file shows, for those who cannot see it.");

export const MediaToPublishModel = exactly(
  {
    content: z
      .preprocess(
        ofEnvelope,
        z
          .string({ error: '"File" is required: its content in base64, or as a step hands it on.' })
          .min(1, { error: '"File" is empty: give its content.' }),
      )
      .meta({ ...FILE, format: "byte" }),
    altText: optional(
      z
        .string(wrong(ALT_TEXT.title, "text"))
        .trim()
        .refine((given) => isWithin(given, ALT_TEXT_MAX_LENGTH), {
          error: `"Alt text" is longer than ${ALT_TEXT_MAX_LENGTH} characters. Shorten it.`,
        }),
      ALT_TEXT,
    ),
  },
  "A media file",
).meta({ id: "MediaToPublishModel", description: "Represents a media file to be published." });

const OPTIONS = labelled(
  "Poll options",
  `${POLL_OPTIONS_MIN} to ${POLL_OPTIONS_MAX} answers of up to ${POLL_OPTION_MAX_LENGTH} characters.`,
);
const DURATION = labelled(
  "Poll duration (minutes)",
  `How long the poll is open: ${POLL_MIN_MINUTES} minutes to 7 days (${POLL_MAX_MINUTES} minutes), a day when left empty.`,
);
const optionLength = `"Poll options" must have 1 to ${POLL_OPTION_MAX_LENGTH} characters each.`;
const optionCount = `A poll has ${POLL_OPTIONS_MIN} to ${POLL_OPTIONS_MAX} options.`;
const duration = wrong(
  DURATION.title,
  `a whole number from ${POLL_MIN_MINUTES} to ${POLL_MAX_MINUTES} (7 days)`,
);

const PollToPublishModel = exactly(
  {
    options: z
      .array(
        z
          .string({ error: optionLength })
          .trim()
          .refine((option) => option !== "" && isWithin(option, POLL_OPTION_MAX_LENGTH), {
            error: optionLength,
          }),
        { error: `"Poll options" is required, as a list. ${optionCount}` },
      )
      .min(POLL_OPTIONS_MIN, { error: optionCount })
      .max(POLL_OPTIONS_MAX, { error: optionCount })
      .meta(OPTIONS),
    durationMinutes: optional(
      z.int(duration).min(POLL_MIN_MINUTES, duration).max(POLL_MAX_MINUTES, duration),
      DURATION,
      asNumber,
    ),
  },
  "A poll",
).meta({ id: "PollToPublishModel", description: "Represents a poll to be published." });

const REPLY_TO = labelled(
  "In reply to",
  "Id of the post that this one replies to, or a link to it. X takes a reply where that post's author mentioned or quoted the signed-in user, and to the user's own posts.",
);
/** X's own names: https://docs.x.com/x-api/posts/create-post */
const REPLY_SETTINGS = [
  "everyone",
  "following",
  "mentionedUsers",
  "subscribers",
  "verified",
] as const;
const WHO_MAY_REPLY = labelled(
  "Who may reply",
  "Everyone, unless told: those whom the user follows, those who are mentioned, subscribers, or verified accounts.",
  "advanced",
);

/** The properties of a post, which parts of a thread have too. */
const CONTENT = {
  text: words(
    labelled(
      "Post text",
      `Text to be posted, up to ${TEXT_MAX_LENGTH} characters as X counts them. It may mention users.`,
      "important",
    ),
  ),
  media: optional(
    z.array(MediaToPublishModel, wrong("Media", "a list of files")),
    labelled("Media", "Up to four images, or one GIF, or one video.", "important"),
  ),
  poll: z
    .preprocess((value) => (isUnset(value) ? undefined : value), PollToPublishModel.optional())
    .optional(),
  madeWithAi: yesOrNo(
    labelled("Made with AI", "Labels the post as holding media made with AI.", "advanced"),
  ),
  paidPartnership: yesOrNo(
    labelled("Paid partnership", "Labels the post as a paid promotion.", "advanced"),
  ),
  longText: yesOrNo(
    labelled(
      "Long text",
      `The signed-in user has X Premium: the text may have up to ${PREMIUM_TEXT_MAX_LENGTH} characters.`,
      "advanced",
    ),
  ),
};

/** Where a post stands, and who may answer it. */
const PLACE = {
  replyTo: optional(
    z
      .string(wrong(REPLY_TO.title, "the id of a post, as text, or a link to it"))
      .trim()
      .superRefine((given, context) => {
        const read = readPostId(given);
        if ("problem" in read) context.addIssue(`"${REPLY_TO.title}" ${read.problem}`);
      }),
    REPLY_TO,
  ),
  replySettings: optional(
    z.enum(REPLY_SETTINGS, wrong(WHO_MAY_REPLY.title, `one of ${REPLY_SETTINGS.join(", ")}`)),
    WHO_MAY_REPLY,
  ),
};

export const PostToPublishModel = exactly({ ...CONTENT, ...PLACE }, "A post").meta({
  id: "PostToPublishModel",
  description: "Represents a post to be published.",
});

export const PartToPublishModel = exactly(CONTENT, "A part").meta({
  id: "PartToPublishModel",
  description: "Represents a part of a thread to be published.",
});

export const ThreadToPublishModel = exactly(
  {
    parts: optional(
      z.array(PartToPublishModel, wrong("Parts", "a list of posts")),
      labelled(
        "Parts",
        `${THREAD_MIN_PARTS} to ${THREAD_MAX_PARTS} posts, each a reply to the one before it.`,
        "important",
      ),
    ),
    textToSplit: words(
      labelled(
        "Text to split",
        "Instead of parts: one long text, which is split between sentences into numbered posts.",
      ),
    ),
    ...PLACE,
  },
  "A thread",
).meta({ id: "ThreadToPublishModel", description: "Represents a thread to be published." });
