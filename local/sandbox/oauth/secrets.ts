/** Makes codes and tokens, and remembers them, so that a test can look for them where they must not be. */
import { randomBytes } from "node:crypto";

export interface Secrets {
  make(): string;
  /** All that were ever made. */
  issued(): readonly string[];
}

export const createSecrets = (): Secrets => {
  const issued: string[] = [];
  return {
    make() {
      const secret = randomBytes(48).toString("base64url");
      issued.push(secret);
      return secret;
    },
    issued: () => issued,
  };
};
