/** A source that answers what a test has prepared, and tells what it was asked. */
import type { Source, SourceWindow } from "../../../src/trigger/source.ts";
import type { CountedPage } from "../../../src/x/shapes.ts";

export interface Page {
  /** Newest first; undefined is a post that X gave without its id. */
  readonly ids: readonly (bigint | undefined)[];
  readonly next?: string;
  readonly errors?: readonly object[];
  /** What X was asked with in the end, where that is less than what it was to be asked. */
  readonly withoutSinceId?: true;
}

const toPage = ({ ids, next, errors }: Page): CountedPage =>
  ({
    ...(ids.length > 0 && {
      data: ids.map((id) => (id === undefined ? null : { id: String(id) })),
    }),
    ...(errors && { errors }),
    meta: { result_count: ids.length, ...(next && { next_token: next }) },
  }) as CountedPage;

export const createFakeSource = (pages: readonly (Page | Error)[]) => {
  const asked: SourceWindow[] = [];
  const left = [...pages];
  const source: Source = {
    key: ["fake"],
    least: 10,
    most: 100,
    reachMs: 7 * 24 * 60 * 60 * 1000,
    reach: Number.POSITIVE_INFINITY,
    reachInWords: "It reaches back",
    beyond: "beyond it",
    read: async (_, window) => {
      asked.push(window);
      const page = left.shift() ?? { ids: [] };
      if (page instanceof Error) throw page;
      const sinceId = page.withoutSinceId ? undefined : window.sinceId;
      return { page: toPage(page), sinceId };
    },
    probe: async (_, window) => void asked.push(window),
    toItems: ({ data }) =>
      (data ?? []).map(({ id }) => ({ TweetId: id, CreatedAtIso: "2026-11-23T12:00:00Z" })),
  };
  return { source, asked };
};
