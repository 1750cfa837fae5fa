/** A poll as X sends it: https://docs.x.com/x-api/fundamentals/data-dictionary#poll */
import type { Schemas } from "@xdevplatform/xdk";
import type { SandboxPoll } from "../world/posts.ts";
import type { Wanted } from "./wanted.ts";
import type { Wire } from "./wire.ts";

/** Nobody votes in the sandbox. `now` is epoch milliseconds. */
export const pollShape = (
  { id, options, durationMinutes, endsAt }: SandboxPoll,
  { poll: fields }: Wanted,
  now: number,
): Wire<Schemas.Poll> => {
  const shape: Wire<Schemas.Poll> = {
    id,
    options: options.map((label, index) => ({ position: index + 1, label, votes: 0 })),
  };
  if (fields.has("duration_minutes")) shape.duration_minutes = durationMinutes;
  if (fields.has("end_datetime")) shape.end_datetime = new Date(endsAt).toISOString();
  if (fields.has("voting_status")) shape.voting_status = endsAt > now ? "open" : "closed";
  return shape;
};
