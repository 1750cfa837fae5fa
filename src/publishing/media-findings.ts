/** The files of a post: what they are, and whether X takes them together. */
import { ConnectorError } from "../connector/errors.ts";
import type { Finding } from "../connector/findings.ts";
import { IMAGES_A_POST } from "../connector/limits.ts";
import { MediaToPublishModel } from "../connector/publish-models.ts";
import { readEncodedMedia } from "../media/media-body.ts";
import type { PostMedia } from "../x/post-content.ts";

export interface MediaReading {
  readonly media: readonly PostMedia[];
  readonly findings: readonly Finding[];
}

/** What cannot be read at all is the model's to tell. */
const readFile = async (given: unknown, at: string): Promise<PostMedia | Finding | undefined> => {
  const { data } = MediaToPublishModel.safeParse(given);
  if (!data) return undefined;
  try {
    return { file: await readEncodedMedia(data.content), altText: data.altText ?? "" };
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    const { code, message } = error;
    return { target: `${at}.content`, message, code };
  }
};

const MIX = `A post has up to ${IMAGES_A_POST} images, or one GIF, or one video.`;

const mixFindings = (media: readonly PostMedia[], given: number, at: string): Finding[] => {
  const moving = media.filter(({ file }) => file.category !== "tweet_image").length;
  if (given <= (moving > 0 ? 1 : IMAGES_A_POST)) return [];
  const message =
    moving > 0
      ? `A GIF or a video stands alone in a post, and there are ${given} files. ${MIX}`
      : `There are ${given} files. ${MIX}`;
  return [{ target: at, message, code: "InvalidParameter" }];
};

/** `given` is the list as it came. */
export const readMediaList = async (given: unknown, at: string): Promise<MediaReading> => {
  if (!Array.isArray(given)) return { media: [], findings: [] };
  const media: PostMedia[] = [];
  const findings: Finding[] = [];
  // One after the other: each takes the memory of a file while it is decoded.
  for (const [index, each] of given.entries()) {
    const read = await readFile(each, `${at}[${index}]`);
    if (!read) continue;
    if ("file" in read) media.push(read);
    else findings.push(read);
  }
  return { media, findings: [...findings, ...mixFindings(media, given.length, at)] };
};
