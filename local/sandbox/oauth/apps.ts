/** The X apps that are registered in the sandbox. */
import * as z from "zod";

export const appSchema = z.strictObject({
  clientId: z.string().min(1),
  /** Absent for a public client. */
  clientSecret: z.string().optional(),
  name: z.string().default("Another app"),
  /** Exact addresses; `loopback` stands for any on this machine. */
  callbackUrls: z.array(z.string()).default(["loopback"]),
  /** What the app may ask for; all there is unless given. */
  scopes: z.array(z.string()).optional(),
  /** The id of the user who owns it, to whom X bills less for own data. */
  owner: z.string().optional(),
  /** As set on X's page of the app. */
  permissions: z.enum(["read", "write"]).default("write"),
});

export type SandboxAppRegistration = z.infer<typeof appSchema>;

const LOOPBACK = /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?(\/|$)/;

export const allowsCallback = (
  { callbackUrls }: SandboxAppRegistration,
  redirectUri: string,
): boolean =>
  callbackUrls.includes(redirectUri) ||
  (callbackUrls.includes("loopback") && LOOPBACK.test(redirectUri));
