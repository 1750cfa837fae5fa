/** A thousand calls at once on all processes, which a small budget lets through a few of. */
import type { Answer } from "../harness/answer.ts";
import type { CallOptions } from "../harness/connector.ts";
import type { Maker, Place } from "./makers.ts";

export const RUSH_CALLS = 1_000;
/** In a rush, how many of ten calls are of each kind. */
const POSTS = 4;
const LINKS = 5;
const USERS = 8;
const SEARCHES = 9;
/** As many at once as a process takes by its host.json. */
const AT_ONCE_EACH = 150;
const WORD = "rushed";

interface Asked {
  readonly route: string;
  readonly options: CallOptions;
}

let numbers = 0;

const personOf = (index: number): string => `person_${index}`;

/** Posts with and without a link, users that nobody has read before, and searches and mentions that come to less than they may. */
const askedBy = (index: number): Asked => {
  numbers += 1;
  const post = (tweetText: string): Asked => ({
    route: "posttweet",
    options: { method: "POST", query: { tweetText } },
  });
  const kind = index % 10;
  if (kind < POSTS) return post(`In a hurry, number ${numbers}`);
  if (kind < LINKS)
    return post(`With a link, number ${numbers}: https://contoso.example/${numbers}`);
  if (kind < USERS) return { route: "user", options: { query: { userName: personOf(index) } } };
  if (kind < SEARCHES) {
    return { route: "searchtweets", options: { query: { searchQuery: WORD, maxResults: "20" } } };
  }
  return { route: "mymentions", options: { query: { maxResults: "5" } } };
};

/** What the calls of a rush ask for. */
export const prepareRush = async (place: Place): Promise<void> => {
  for (let index = 0; index < RUSH_CALLS; index += 1) {
    if (index % 10 >= LINKS && index % 10 < USERS) {
      await place.control("users", { username: personOf(index) });
    }
  }
  await place.control("posts", { as: "contoso", text: `${WORD} by @fabrikam`, count: 3 });
};

export interface RushFigures {
  readonly through: number;
  /** By the budget. */
  readonly refused: number;
  /** Answered otherwise: status and code; or not at all, because the process ended. */
  readonly otherwise: readonly string[];
  /** Calls to X that the refused ones say they made. */
  readonly askedByRefused: number;
}

const isThrough = (answer: Answer | undefined): boolean => answer?.status === 200;

/** `onAnswer` is told as answers come, and how many of them were let through. */
export const rush = async (
  place: Place,
  makers: readonly Maker[],
  onAnswer: (answered: number, through: number) => void = () => {},
): Promise<RushFigures> => {
  const tokens = await Promise.all(makers.map((maker) => maker.token()));
  const answers: (Answer | undefined)[] = [];
  const ask = async (index: number): Promise<void> => {
    const { route, options } = askedBy(index);
    const token = tokens[index % tokens.length] ?? "";
    const answer = await place
      .call(index % place.processes, route, { ...options, token })
      .catch(() => undefined);
    answers.push(answer);
    onAnswer(answers.length, answers.filter(isThrough).length);
  };
  const lanes = place.processes * AT_ONCE_EACH;
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      for (let index = lane; index < RUSH_CALLS; index += lanes) await ask(index);
    }),
  );
  const refused = answers.filter((answer) => answer?.json?.code === "BudgetReached");
  const through = answers.filter(isThrough);
  const otherwise = answers.filter(
    (answer) => !refused.includes(answer) && !through.includes(answer),
  );
  return {
    through: through.length,
    refused: refused.length,
    otherwise: otherwise.map((answer) =>
      answer ? `${answer.status} ${answer.json?.code}` : "no answer",
    ),
    askedByRefused: refused.reduce(
      (sum, answer) => sum + Number(answer?.headers.get("x-connector-x-calls")),
      0,
    ),
  };
};

/** Reads users that nobody has read before, one after the other, until the budget says no; answers how many it read. */
export const useUp = async (place: Place, maker: Maker, process: number): Promise<number> => {
  for (let read = 0; ; read += 1) {
    numbers += 1;
    const userName = `late_${numbers}`;
    await place.control("users", { username: userName });
    const { status } = await place.call(process, "user", {
      query: { userName },
      token: await maker.token(),
    });
    if (status === 402) return read;
    if (status !== 200) throw new Error(`Reading a user was answered ${status}.`);
  }
};
