/** One key in a file outside git, made at first use: for one machine, where there is no Key Vault. */
import { randomBytes } from "node:crypto";
import { link, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { parsedJson } from "../connector/json-text.ts";
import { KEY_BYTES, type KeyRing, KeysUnavailableError, type SealingKey } from "./key-ring.ts";

const keyFile = z.object({
  version: z.string().min(1),
  key: z.base64url().refine((key) => Buffer.from(key, "base64url").length === KEY_BYTES),
});
/** What others may do with a file, in its mode; Windows has none of it. */
const OTHERS = 0o077;

const codeOf = (error: unknown): unknown => (Object(error) as { code?: unknown }).code;

const isThere = async (path: string): Promise<boolean> => {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return false;
    throw error;
  }
};

const toKey = (path: string, text: string): SealingKey => {
  const { data } = keyFile.safeParse(parsedJson(text));
  if (data) return { version: data.version, bytes: Buffer.from(data.key, "base64url") };
  throw new KeysUnavailableError(
    `The key file ${path} holds no key of ${KEY_BYTES} bytes. Bring back the file as it was, or delete it: a new one is made, and everybody signs in again.`,
  );
};

const assertPrivate = async (path: string): Promise<void> => {
  const { mode } = await stat(path);
  if (process.platform === "win32" || (mode & OTHERS) === 0) return;
  throw new KeysUnavailableError(
    `The key file ${path} is open to others. Close it (chmod 600 ${path}); if others may have read it, delete it as well: a new one is made, and everybody signs in again.`,
  );
};

/** Two processes may start at once: the file appears whole or not at all, and the first one's stays. */
const createKey = async (folder: string, path: string): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  const content = {
    version: randomBytes(6).toString("hex"),
    key: randomBytes(KEY_BYTES).toString("base64url"),
  };
  await writeFile(draft, JSON.stringify(content), { mode: 0o600 });
  await link(draft, path).catch((error: unknown) => {
    if (codeOf(error) !== "EEXIST") throw error;
  });
  await rm(draft);
};

export const createLocalKeyRing = (folder: string): KeyRing => {
  const path = join(folder, "key.json");

  const readOrCreate = async (): Promise<SealingKey> => {
    if (!(await isThere(path))) await createKey(folder, path);
    await assertPrivate(path);
    return toKey(path, await readFile(path, "utf8"));
  };

  const load = async (): Promise<SealingKey> => {
    try {
      return await readOrCreate();
    } catch (error) {
      if (error instanceof KeysUnavailableError) throw error;
      const reason = error instanceof Error ? error.message : "no reason given";
      throw new KeysUnavailableError(`The key file ${path} cannot be used: ${reason}`, {
        cause: error,
      });
    }
  };

  let loading: Promise<SealingKey> | undefined;
  const newest = () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
  return {
    newest,
    async byVersion(version) {
      const key = await newest();
      return key.version === version ? key : undefined;
    },
  };
};
