/** The sandbox X, as a process of the bench. */
import { startSandbox } from "../local/sandbox/sandbox.ts";
import { followParent, reportUrl } from "./parent.ts";

const { url } = await startSandbox({ clock: followParent() });
reportUrl(url);
