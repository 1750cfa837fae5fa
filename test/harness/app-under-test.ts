/** The app that tests drive through HTTP: imported from source, or, where APP_UNDER_TEST is `built`, as it is deployed. */
import { fileURLToPath } from "node:url";
import { loadBundle } from "../../local/host/host.ts";

const BUNDLE = fileURLToPath(new URL("../../dist/app/main.cjs", import.meta.url));

/** What a host's `load` is. Every call makes an app of its own, with the settings of that moment. */
export const loadApp = async (): Promise<unknown> => {
  if (process.env.APP_UNDER_TEST === "built") return loadBundle(BUNDLE);
  // The bundle is also run where there is no Vitest.
  const { vi } = await import("vitest");
  vi.resetModules();
  return import("../../functions/main.ts");
};
