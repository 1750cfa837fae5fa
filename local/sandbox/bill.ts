/**
 * What X would bill for what was read: a post or a user once a UTC day, however often it is read.
 * https://docs.x.com/x-api/getting-started/pricing
 */

const DAY_MS = 24 * 60 * 60 * 1000;

interface Resource {
  readonly id?: string;
}

interface Answer {
  readonly data?: Resource | readonly Resource[];
  readonly includes?: Readonly<Record<string, readonly Resource[]>>;
}

const idsOf = (resources: Resource | readonly Resource[] = []): string[] =>
  [resources].flat().flatMap(({ id }) => id ?? []);

export const createBill = (now: () => number) => {
  let posts = new Set<string>();
  let users = new Set<string>();
  return {
    /** The answer to a call below /2/. */
    add(path: string, json: unknown): void {
      const { data, includes = {} } = (json ?? {}) as Answer;
      const day = Math.floor(now() / DAY_MS);
      const own = /^\/2\/(tweets|users\/\d+\/(tweets|timelines))/.test(path) ? posts : users;
      for (const id of idsOf(data)) own.add(`${day} ${id}`);
      for (const id of [...idsOf(includes.tweets), ...idsOf(includes.posts)])
        posts.add(`${day} ${id}`);
      for (const id of idsOf(includes.users)) users.add(`${day} ${id}`);
    },
    read: () => ({ posts: posts.size, users: users.size }),
    clear(): void {
      posts = new Set();
      users = new Set();
    },
  };
};

export type Bill = ReturnType<typeof createBill>;
