/** How X works on a video or GIF after its upload: https://docs.x.com/x-api/media/quickstart/media-upload-chunked */
import type { Schemas } from "@xdevplatform/xdk";
import * as z from "zod";
import type { Wire } from "../answers/wire.ts";

export const processingSchema = z.strictObject({
  outcome: z.enum(["succeeded", "failed", "hang"]).default("succeeded"),
  /** How many STATUS calls find it unfinished; 0 when it is done at once. */
  rounds: z.number().int().min(0).default(1),
  checkAfterSecs: z.number().int().min(0).default(1),
});

export type Processing = z.infer<typeof processingSchema>;

/** The SDK's type leaves out why processing failed, which X tells. */
export type ProcessingInfo = Wire<
  NonNullable<Schemas.FinalizeMediaUploadResponseData["processingInfo"]>
> & { error?: { code: number; name: string; message: string } };

/** `statusReads` counts the STATUS calls before this one. */
export const processingInfo = (
  { outcome, rounds, checkAfterSecs }: Processing,
  statusReads: number,
): ProcessingInfo => {
  if (statusReads < rounds || outcome === "hang") {
    return {
      state: statusReads === 0 ? "pending" : "in_progress",
      check_after_secs: checkAfterSecs,
      progress_percent: Math.min(99, statusReads * 10),
    };
  }
  if (outcome === "succeeded") return { state: "succeeded", progress_percent: 100 };
  const error = { code: 1, name: "InvalidMedia", message: "Unsupported video format" };
  return { state: "failed", progress_percent: 0, error };
};
