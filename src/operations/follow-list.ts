/** What the four operations on followers and followed users do; they differ in whose list it is and in its direction. */
import { capUsers } from "../connector/results.ts";
import { type Direction, follows } from "../x/follows.ts";
import type { OperationContext } from "./operation.ts";

/** The list of a user named by handle. */
export const followsOfUser =
  (direction: Direction) =>
  async (
    { userName: handle, maxResults }: { readonly userName: string; readonly maxResults: number },
    { x, directory, notice }: OperationContext,
  ) => {
    const count = capUsers(maxResults, { notice });
    const read = (id: string) => follows(x, directory, { id, handle }, direction, count);
    // X's list of follows does not tell whose it is.
    return directory.withId(x, handle, read);
  };

/** The list of the signed-in user. */
export const followsOfMe =
  (direction: Direction) =>
  (
    { maxResults }: { readonly maxResults: number },
    { x, directory, identity, notice }: OperationContext,
  ) => {
    const me = { id: identity.userId, handle: identity.userName };
    return follows(x, directory, me, direction, capUsers(maxResults, { notice }));
  };
