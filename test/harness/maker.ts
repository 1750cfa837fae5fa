/** A person of X nobody knew before, signed in, with a whole hour's calls of their own. */
import { signIn } from "../../local/platform/sign-in.ts";
import { SANDBOX_APP } from "../../local/sandbox/sandbox.ts";
import type { ConnectorUnderTest } from "./connector.ts";

export interface Maker {
  readonly username: string;
  /** The token of a new connection. */
  readonly token: string;
}

let makers = 0;

export const newMaker = async ({ url, control }: ConnectorUnderTest): Promise<Maker> => {
  makers += 1;
  const username = `maker_${makers}`;
  await control("users", { username });
  const { accessToken } = await signIn({ connectorUrl: url, app: SANDBOX_APP, as: username });
  return { username, token: accessToken };
};
