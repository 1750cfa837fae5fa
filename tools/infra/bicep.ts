/** Microsoft's Bicep compiler, where the machine has it: `BICEP_PATH`, or `bicep` on the path. */
import { execFile } from "node:child_process";

export interface Run {
  readonly stdout: string;
  /** Where the compiler writes what it found, a line each. */
  readonly stderr: string;
  readonly succeeded: boolean;
}

export interface Bicep {
  /** As the compiler tells it: "Bicep CLI version 0.49.2 (b34271ac51)". */
  readonly version: string;
  run(...args: readonly string[]): Promise<Run>;
}

/** A template of this project is some 100 kB of JSON. */
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

const run = (command: string, args: readonly string[]): Promise<Run | undefined> =>
  new Promise((resolve) => {
    execFile(command, args, { maxBuffer: MAX_OUTPUT_BYTES }, (error, stdout, stderr) => {
      if (error && "code" in error && error.code === "ENOENT") return resolve(undefined);
      resolve({ stdout, stderr, succeeded: error === null });
    });
  });

/** Undefined where there is no compiler. Throws an Error when what `BICEP_PATH` names is none. */
export const findBicep = async (path = process.env.BICEP_PATH): Promise<Bicep | undefined> => {
  const command = path || "bicep";
  const asked = await run(command, ["--version"]);
  if (!asked?.succeeded) {
    if (path) throw new Error(`BICEP_PATH names ${path}, which is no Bicep compiler.`);
    return undefined;
  }
  return {
    version: asked.stdout.trim(),
    run: async (...args) => {
      const result = await run(command, args);
      if (!result) throw new Error(`${command} is gone.`);
      return result;
    },
  };
};
