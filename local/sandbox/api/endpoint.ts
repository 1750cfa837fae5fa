/** How a call of X's API is declared here, and what it is given. */
import type { Answers } from "../answers/answers.ts";
import type { MultipartForm } from "../media/multipart.ts";
import type { Uploads } from "../media/uploads.ts";
import type { Limit } from "../rate-limits.ts";
import type { SandboxUser } from "../world/users.ts";
import type { World } from "../world/world.ts";

export interface Call {
  readonly world: World;
  readonly answers: Answers;
  readonly uploads: Uploads;
  /** Whose token it is. */
  readonly me: SandboxUser;
  /** What the path names: an id or a handle; "" where it names nothing. */
  readonly id: string;
  /** What the path names behind that; "" where it names one thing at most. */
  readonly secondId: string;
  readonly query: URLSearchParams;
  /** Throws X's 400 when the body is no JSON. */
  json(): unknown;
  /** Rejects with X's 400 when the body is no multipart form. */
  form(): Promise<MultipartForm>;
  readonly contentType: string;
}

export interface Endpoint {
  readonly name: string;
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Below /2/; a group is what `id` is. */
  readonly path: RegExp;
  readonly scopes: readonly string[];
  readonly limit: Limit;
  /** The query parameters that X allows. */
  readonly parameters: readonly string[];
  /** 200 unless given. */
  readonly status?: number;
  /** The body of the answer. Throws ReplyError. */
  run(call: Call): unknown;
}

export const READ = ["tweet.read", "users.read"] as const;
export const WRITE = ["tweet.read", "tweet.write", "users.read"] as const;
