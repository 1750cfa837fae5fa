/** One key in a file outside git, made at first use: for one machine, where there is no Key Vault. */
import { randomBytes } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import type { KeyRing, SealingKey } from "./key-ring.ts";

const KEY_BYTES = 32;
const keyFile = z.object({ version: z.string().min(1), key: z.base64url() });

const isMissing = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ENOENT";
const isThere = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "EEXIST";

const readKey = async (path: string): Promise<SealingKey> => {
  const { version, key } = keyFile.parse(JSON.parse(await readFile(path, "utf8")));
  return { version, bytes: Buffer.from(key, "base64url") };
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
    if (!isThere(error)) throw error;
  });
  await rm(draft);
};

export const createLocalKeyRing = (folder: string): KeyRing => {
  const path = join(folder, "key.json");
  const load = async (): Promise<SealingKey> => {
    try {
      return await readKey(path);
    } catch (error) {
      if (!isMissing(error)) throw error;
      await createKey(folder, path);
      return readKey(path);
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
