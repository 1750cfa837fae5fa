/** Look-ups of users: https://docs.x.com/x-api/users/introduction */
import { readWanted, USER_VIEW } from "../answers/wanted.ts";
import { notFound, userSuspended } from "../problems.ts";
import type { SandboxUser } from "../world/users.ts";
import { type Call, type Endpoint, READ } from "./endpoint.ts";
import { checkId, checkUsername, readValues } from "./parameters.ts";

/** X says 200 and why there is no such user. */
export const userError = (
  user: SandboxUser | undefined,
  parameter: string,
  value: string,
): object | undefined => {
  if (!user) return notFound("user", parameter, value);
  return user.suspended ? userSuspended(parameter, value) : undefined;
};

const oneUser = (call: Call, user: SandboxUser | undefined, parameter: string, value: string) => {
  const wanted = readWanted(call.query, "users");
  const error = userError(user, parameter, value);
  if (error || !user) return { errors: [error] };
  return { data: call.answers.user(user, wanted), ...call.answers.includesOf([user], wanted) };
};

const manyUsers = (
  call: Call,
  parameter: string,
  values: readonly string[],
  find: (value: string) => SandboxUser | undefined,
) => {
  const wanted = readWanted(call.query, "users");
  const found = values.map((value) => ({ value, user: find(value) }));
  const errors = found.flatMap(({ value, user }) => userError(user, parameter, value) ?? []);
  const users = found.flatMap(({ user }) => (user && !user.suspended ? user : []));
  return {
    ...(users.length > 0 && { data: users.map((user) => call.answers.user(user, wanted)) }),
    ...call.answers.includesOf(users, wanted),
    ...(errors.length > 0 && { errors }),
  };
};

const LOOK_UP = { method: "GET", scopes: READ, limit: { window: 900 } } as const;

export const userEndpoints: readonly Endpoint[] = [
  {
    ...LOOK_UP,
    name: "user by username",
    path: /^users\/by\/username\/([^/]+)$/,
    parameters: USER_VIEW,
    run: (call) => {
      const username = checkUsername("username", call.id);
      return oneUser(call, call.world.users.named(username), "username", username);
    },
  },
  {
    ...LOOK_UP,
    name: "users by usernames",
    path: /^users\/by$/,
    parameters: ["usernames", ...USER_VIEW],
    run: (call) => {
      const names = readValues(call.query, "usernames", checkUsername);
      return manyUsers(call, "usernames", names, call.world.users.named);
    },
  },
  {
    ...LOOK_UP,
    name: "users by ids",
    path: /^users$/,
    parameters: ["ids", ...USER_VIEW],
    run: (call) => {
      const ids = readValues(call.query, "ids", checkId);
      return manyUsers(call, "ids", ids, call.world.users.find);
    },
  },
  {
    ...LOOK_UP,
    name: "me",
    path: /^users\/me$/,
    limit: { window: 75 },
    parameters: USER_VIEW,
    run: (call) => oneUser(call, call.me, "id", call.me.id),
  },
];
