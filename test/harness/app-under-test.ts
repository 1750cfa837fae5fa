/** The app that tests drive through HTTP: imported from source, or, where APP_UNDER_TEST is `built`, as it is deployed. */
import { fileURLToPath } from "node:url";
import { loadBundle } from "../../local/host/host.ts";

const BUNDLE = fileURLToPath(new URL("../../dist/app/main.cjs", import.meta.url));

/** What a host's `load` is. Every call makes an app of its own, with the settings of that moment. */
export const loadApp = async (): Promise<void> => {
  if (process.env.APP_UNDER_TEST === "built") {
    loadBundle(BUNDLE);
    return;
  }
  // The bundle is also run where there is no Vitest.
  const { vi } = await import("vitest");
  vi.resetModules();
  await import("../../functions/main.ts");
  // All of it while Vitest knows these modules: another app may be loaded before the first call of this one.
  const { prepare } = await import("../../src/register.ts");
  await prepare();
};
