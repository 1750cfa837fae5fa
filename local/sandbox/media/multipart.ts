/** The fields and the file of a multipart form, by the platform's own parser. */

export interface MultipartForm {
  readonly fields: ReadonlyMap<string, string>;
  readonly file: Buffer | undefined;
}

/** Rejects when the body is no such form. */
export const readMultipart = async (contentType: string, body: Buffer): Promise<MultipartForm> => {
  const form = await new Response(new Uint8Array(body), {
    headers: { "content-type": contentType },
  }).formData();
  const fields = new Map<string, string>();
  let file: Buffer | undefined;
  for (const [name, value] of form) {
    if (typeof value === "string") fields.set(name, value);
    else file = Buffer.from(await value.arrayBuffer());
  }
  return { fields, file };
};
