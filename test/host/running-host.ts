/** Starts the local host for one test with the functions that the test registers, and stops it afterwards. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import {
  type Host,
  type HostLogEntry,
  type HostOptions,
  startHost,
} from "../../local/host/host.ts";

export interface HostJson {
  readonly functionTimeout?: string;
  readonly extensions?: { readonly http: Readonly<Record<string, string | number>> };
}

export interface RunningHost extends Host {
  readonly logged: readonly HostLogEntry[];
}

/** The path of a host.json that is there until the test is over. */
export const writeHostJson = async (content: unknown): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "host-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, "host.json");
  await writeFile(path, JSON.stringify(content));
  return path;
};

export const runHost = async (
  load: () => unknown,
  hostJson: HostJson = {},
  options: Pick<HostOptions, "maxBodyBytes" | "patience"> = {},
): Promise<RunningHost> => {
  const logged: HostLogEntry[] = [];
  const host = await startHost({
    ...options,
    load,
    hostJson: await writeHostJson({ version: "2.0", ...hostJson }),
    log: (entry) => logged.push(entry),
  });
  onTestFinished(() => host.close());
  return { ...host, logged };
};
