import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { KeysUnavailableError } from "../../../src/sealing/key-ring.ts";
import { createLocalKeyRing } from "../../../src/sealing/local-key-ring.ts";

const emptyFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "x-connector-key-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
};

it("makes one key of 32 bytes that nobody else may read, and keeps it", async () => {
  const folder = join(await emptyFolder(), "made", "here");
  const { version, bytes } = await createLocalKeyRing(folder).newest();
  expect(bytes).toHaveLength(32);
  expect((await stat(join(folder, "key.json"))).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(["key.json"]);
  const again = createLocalKeyRing(folder);
  expect(Buffer.compare((await again.newest()).bytes, bytes)).toBe(0);
  expect((await again.byVersion(version))?.version).toBe(version);
  expect(await again.byVersion("another")).toBeUndefined();
});

it("gives processes that start at once the same key", async () => {
  const folder = await emptyFolder();
  const rings = Array.from({ length: 10 }, () => createLocalKeyRing(folder));
  const versions = await Promise.all(rings.map(async (ring) => (await ring.newest()).version));
  expect(new Set(versions).size).toBe(1);
});

it("fails on a damaged file instead of replacing it, and recovers when it is mended", async () => {
  const folder = await emptyFolder();
  const good = await createLocalKeyRing(folder).newest();
  const file = join(folder, "key.json");
  const ring = createLocalKeyRing(folder);
  const short = JSON.stringify({ version: good.version, key: "c2hvcnQ" });
  for (const damaged of ["", "{}", "no JSON", short]) {
    await writeFile(file, damaged);
    await expect(ring.newest()).rejects.toThrow(`${file} holds no key of 32 bytes`);
    expect(await readdir(folder)).toEqual(["key.json"]);
  }
  const key = Buffer.from(good.bytes).toString("base64url");
  await writeFile(file, JSON.stringify({ version: good.version, key }));
  expect((await ring.newest()).version).toBe(good.version);
});

it("refuses a key file that others may read, with the command that closes it", async () => {
  const folder = await emptyFolder();
  const { version } = await createLocalKeyRing(folder).newest();
  const file = join(folder, "key.json");
  for (const mode of [0o640, 0o604, 0o620, 0o666]) {
    await chmod(file, mode);
    const ring = createLocalKeyRing(folder);
    await expect(ring.newest()).rejects.toThrow(`is open to others. Close it (chmod 600 ${file})`);
    await expect(ring.byVersion(version)).rejects.toThrow(KeysUnavailableError);
  }
  await chmod(file, 0o600);
  expect((await createLocalKeyRing(folder).newest()).version).toBe(version);
});

it("asks nothing of a file's mode on Windows, where it tells nothing", async () => {
  const folder = await emptyFolder();
  const { version } = await createLocalKeyRing(folder).newest();
  await chmod(join(folder, "key.json"), 0o666);
  vi.stubGlobal("process", Object.create(process, { platform: { value: "win32" } }));
  onTestFinished(() => void vi.unstubAllGlobals());
  expect((await createLocalKeyRing(folder).newest()).version).toBe(version);
});

it("says why when the folder cannot be made", async () => {
  const file = join(await emptyFolder(), "file");
  await writeFile(file, "");
  await expect(createLocalKeyRing(join(file, "below")).newest()).rejects.toThrow(/ENOTDIR|EEXIST/);
});

// Reported by `npm run mutation`: no test noticed when these broke.
it("tells a file that cannot be read from one that is not there", async () => {
  const folder = await emptyFolder();
  const file = join(folder, "key.json");
  await mkdir(file, { mode: 0o700 });
  const reason = await createLocalKeyRing(folder)
    .newest()
    .catch((error: unknown) => error);
  expect(reason).toBeInstanceOf(KeysUnavailableError);
  expect(reason).toMatchObject({
    message: expect.stringContaining(`The key file ${file} cannot be used: EISDIR`),
    cause: { code: "EISDIR" },
  });
});

it("writes nothing where the key is there", async () => {
  const folder = await emptyFolder();
  await createLocalKeyRing(folder).newest();
  const before = (await stat(folder, { bigint: true })).mtimeNs;
  await createLocalKeyRing(folder).newest();
  expect((await stat(folder, { bigint: true })).mtimeNs).toBe(before);
});

it("says what to do about a damaged file, and nothing before that", async () => {
  const folder = await emptyFolder();
  const file = join(folder, "key.json");
  await writeFile(file, "no JSON", { mode: 0o600 });
  await expect(createLocalKeyRing(folder).newest()).rejects.toThrow(
    new KeysUnavailableError(
      `The key file ${file} holds no key of 32 bytes. Bring back the file as it was, or delete it: a new one is made, and everybody signs in again.`,
    ),
  );
});
