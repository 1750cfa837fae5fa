/** Uploads: https://docs.x.com/x-api/media/introduction */
import * as z from "zod";
import { invalidRequest } from "../problems.ts";
import type { Call, Endpoint } from "./endpoint.ts";
import { checkId, readChoice, requiredParameter } from "./parameters.ts";

const chunkSchema = z.object({ media: z.base64(), segment_index: z.coerce.number() });

/** A chunk comes as a multipart form, or as base64 in JSON. */
const readChunk = async (call: Call): Promise<{ segment: number; chunk: Buffer | undefined }> => {
  if (call.contentType.startsWith("multipart/")) {
    const { fields, file } = await call.form();
    return { segment: Number(fields.get("segment_index") ?? Number.NaN), chunk: file };
  }
  const { data } = chunkSchema.safeParse(call.json());
  if (!data) throw invalidRequest("media", "", "The chunk is missing.");
  return { segment: data.segment_index, chunk: Buffer.from(data.media, "base64") };
};

const UPLOAD = { method: "POST", scopes: ["media.write"], parameters: [] } as const;

export const mediaEndpoints: readonly Endpoint[] = [
  {
    ...UPLOAD,
    name: "media initialize",
    path: /^media\/upload\/initialize$/,
    limit: { window: 1875 },
    run: ({ uploads, me, json }) => ({ data: uploads.initialize(me.id, json()) }),
  },
  {
    ...UPLOAD,
    name: "media append",
    path: /^media\/upload\/([^/]+)\/append$/,
    limit: { window: 1875 },
    run: async (call) => {
      const { segment, chunk } = await readChunk(call);
      const id = checkId("id", call.id);
      return { data: call.uploads.append(call.me.id, id, segment, chunk) };
    },
  },
  {
    ...UPLOAD,
    name: "media finalize",
    path: /^media\/upload\/([^/]+)\/finalize$/,
    limit: { window: 1875 },
    run: async ({ uploads, me, id }) => ({
      data: await uploads.finalize(me.id, checkId("id", id)),
    }),
  },
  {
    ...UPLOAD,
    name: "media metadata",
    path: /^media\/metadata$/,
    limit: { window: 500 },
    run: ({ uploads, me, json }) => ({ data: uploads.describe(me.id, json()) }),
  },
  {
    ...UPLOAD,
    name: "media status",
    method: "GET",
    path: /^media\/upload$/,
    limit: { window: 1000 },
    parameters: ["command", "media_id"],
    run: ({ uploads, me, query }) => {
      readChoice(query, "command", ["STATUS"]);
      const id = checkId("media_id", requiredParameter(query, "media_id"));
      return { data: uploads.status(me.id, id) };
    },
  },
];
