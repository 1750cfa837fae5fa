/** Plays a thread of ten with media under one fault, with the platform's repeats, and tells what is not as it must be. */
import { ConnectorError } from "../../src/connector/errors.ts";
import { decodeTimes } from "../../src/limits/call-times.ts";
import { HOUR_PARTITION } from "../../src/limits/hourly-limits.ts";
import type { Media } from "../../src/x/media-upload.ts";
import type { PostContent } from "../../src/x/post-content.ts";
import { FILES } from "../fixtures/media-files.ts";
import {
  CONNECTION,
  createScene,
  type Disturbance,
  type Fault,
  LOST_ANSWERS,
  REFUSALS,
  type Scene,
  startInstance,
  type XAnswer,
} from "../harness/disturbed-instance.ts";

/** The platform repeats what failed four times at most, after seconds. */
const REPEATS = 4;
const PAUSE_MS = 7_000;
/** What a call may take before the platform gives it up, and repeats it. */
const PLATFORM_MS = 120_000;

const HOURS_MS = 3 * 60 * 60 * 1000;

const PICTURE: Media = { bytes: FILES.png, type: "image/png", category: "tweet_image" };
const GIF: Media = { bytes: FILES.animatedGif, type: "image/gif", category: "tweet_gif" };
const VIDEO: Media = { bytes: FILES.mp4, type: "video/mp4", category: "tweet_video" };
const picture = { file: PICTURE, altText: "" };
const described = { file: PICTURE, altText: "A dot" };

/** Of ten, each with media: every kind of it, with a text and without. */
export const TEN: readonly PostContent[] = [
  { text: "One", media: [picture] },
  { text: "Two https://contoso.example/a?b=1&c=2", media: [described] },
  { text: "", media: [picture] },
  { text: "Four", media: [picture, described] },
  { text: "", media: [picture] },
  { text: "Six", media: [{ file: VIDEO, altText: "" }] },
  { text: "Seven", media: [{ file: GIF, altText: "It moves" }] },
  { text: "@contoso Eight", media: [picture] },
  { text: "", media: [{ file: VIDEO, altText: "" }] },
  { text: "Ten", media: [picture] },
];

type Outcome = readonly string[] | ConnectorError;
const isDone = (outcome: Outcome | undefined): outcome is readonly string[] =>
  Array.isArray(outcome);

/** What a call came to; undefined where the platform was told nothing. */
const callOnce = async (
  scene: Scene,
  parts: readonly PostContent[],
  run: string,
  disturbance?: Disturbance,
  xMs = 0,
) => {
  const instance = startInstance(scene, { disturbance, xMs });
  const publish = instance.call(run, ({ threads }, caller) => threads.publish(caller, parts));
  const told = await publish.catch((error: unknown) => {
    if (error instanceof ConnectorError) return error;
    throw error;
  });
  if (told === "died") scene.clock.advance(PLATFORM_MS);
  return { instance, outcome: told === "died" ? undefined : told };
};

/** What is wrong with what X has, when the ids that were told are these. */
const wrongAtX = (
  { x }: Scene,
  parts: readonly PostContent[],
  ids: readonly string[],
): string | undefined => {
  const made = x.made();
  const texts = parts.map(({ text }) => text);
  if (made.length !== parts.length) return `X has ${made.length} posts`;
  if (made.some(({ id }, index) => id !== ids[index])) return "other ids were told than X's";
  if (made.some(({ text }, index) => text !== texts[index])) return "they are in another order";
  if (made.some(({ replyTo }, index) => replyTo !== made[index - 1]?.id))
    return "they are no chain";
  if (made.some(({ mediaCount }, index) => mediaCount !== parts[index]?.media.length))
    return "media is missing";
  return undefined;
};

const counted = async ({ store }: Scene): Promise<number> => {
  const rows = await store.list(`${HOUR_PARTITION}-post`);
  const row = rows.find((each) => each.row === CONNECTION);
  return row ? decodeTimes(row.value).length : 0;
};

const isFinal = (outcome: Outcome | undefined): boolean =>
  isDone(outcome) || (outcome instanceof ConnectorError && outcome.status < 429);

interface SoFar {
  /** What the last call came to. */
  readonly outcome: Outcome | undefined;
  /** The run that it was of; the first one unless told. */
  readonly run?: string;
  /** How many final refusals of X there were. */
  readonly refusals?: number;
  /** False where the hour of the first call is over. */
  readonly isCounted?: boolean;
}

/**
 * Asks until it is done, as the platform repeats within a run and, after a final refusal, as a maker runs the flow
 * again. Answers with what was wrong.
 */
const finish = async (
  scene: Scene,
  parts: readonly PostContent[],
  { outcome: first, run: firstRun = "run-1", refusals: refused = 0, isCounted = true }: SoFar,
) => {
  let [outcome, run, refusals] = [first, firstRun, refused];
  for (let repeat = 0; !isDone(outcome); repeat += 1) {
    if (outcome instanceof ConnectorError) {
      const ids = outcome.options.extra?.postedIds ?? [];
      const there = scene.x.made().map(({ id }) => id);
      if (Array.isArray(ids) && ids.some((id, index) => id !== there[index]))
        return `an error named ${ids}, and X has ${there}`;
    }
    if (isFinal(outcome)) {
      refusals += 1;
      run = `run-${refusals + 1}`;
    }
    if (repeat === REPEATS) return `no repeat came to an end: ${outcome?.message}`;
    scene.clock.advance(PAUSE_MS);
    outcome = (await callOnce(scene, parts, run)).outcome;
  }
  const told = outcome;
  const wrong = wrongAtX(scene, parts, told);
  if (wrong) return wrong;
  const posts = await counted(scene);
  if (isCounted && posts !== parts.length + refusals)
    return `${posts} posts of the hour were counted`;
  const before = scene.x.made().length;
  const { instance, outcome: again } = await callOnce(scene, parts, run);
  if (!isDone(again) || again.join() !== told.join()) return "a repeat was told something else";
  // Where the store failed at the end, the last post is looked for.
  if (scene.x.made().length !== before || instance.steps.some((name) => name.startsWith("POST")))
    return "a repeat asked X to post";
  return undefined;
};

export interface ThreadCase {
  readonly name: string;
  readonly disturbance: Disturbance;
}

const FAULTS: readonly (readonly [name: string, at: RegExp, fault: Fault])[] = [
  false,
  true,
].flatMap((afterwards) => {
  const when = afterwards ? "after" : "before";
  const answers = Object.keys({ ...LOST_ANSWERS, ...(afterwards ? {} : REFUSALS) }) as XAnswer[];
  return [
    [`it dies ${when}`, /./, { kind: "it dies", afterwards }] as const,
    ...[false, true].map(
      (forLong) =>
        [
          `the store is away ${forLong ? "from" : "once,"} ${when}`,
          /^store/,
          { kind: "the store is away", forLong, afterwards },
        ] as const,
    ),
    ...answers.map(
      (answer) =>
        [
          `X answers ${answer} ${when} it acts on`,
          /^(?!store)/,
          { kind: "X answers", answer, afterwards },
        ] as const,
    ),
  ];
});

/** All that making the thread takes. */
const stepsOf = async (): Promise<readonly string[]> => {
  const { instance, outcome } = await callOnce(createScene(), TEN, "run-1");
  if (!isDone(outcome)) throw new Error(`Without any fault: ${outcome}`);
  return instance.steps;
};

/** Every fault at every step. */
export const threadCases = async (): Promise<readonly ThreadCase[]> =>
  (await stepsOf()).flatMap((step, at) =>
    FAULTS.filter(([, where]) => where.test(step)).map(([name, , fault]) => ({
      name: `${name} step ${at} (${step})`,
      disturbance: { at, fault },
    })),
  );

/** What went wrong; undefined when nothing did. */
export const playCase = async ({ disturbance }: ThreadCase): Promise<string | undefined> => {
  const scene = createScene();
  const { outcome } = await callOnce(scene, TEN, "run-1", disturbance);
  return finish(scene, TEN, { outcome });
};

/** Two callers at once, of whom the first meets the fault. */
export const playTwo = async ({ disturbance }: ThreadCase): Promise<string | undefined> => {
  const scene = createScene();
  const [one, other] = await Promise.all([
    callOnce(scene, TEN, "run-1", disturbance),
    callOnce(scene, TEN, "run-1"),
  ]);
  const outcomes = [one.outcome, other.outcome];
  const ids = outcomes.flatMap((outcome) => (isDone(outcome) ? [outcome.join()] : []));
  if (new Set(ids).size > 1) return "the two were told different ids";
  const isRefused = !isDone(one.outcome) && isFinal(one.outcome);
  return finish(scene, TEN, { outcome: other.outcome, refusals: isRefused ? 1 : 0 });
};

/** The platform's repeats are over, and another run goes on hours later. */
export const playLate = async ({ disturbance }: ThreadCase): Promise<string | undefined> => {
  const scene = createScene();
  const { outcome } = await callOnce(scene, TEN, "run-1", disturbance);
  // What is finished, another run makes anew.
  if (isDone(outcome) || scene.x.made().length === TEN.length) return undefined;
  scene.clock.advance(HOURS_MS);
  const run = "run-2";
  const later = await callOnce(scene, TEN, run);
  return finish(scene, TEN, { outcome: later.outcome, run, isCounted: false });
};

/** X takes its time for each call, so that the deadline falls somewhere within. */
export const playSlow = async (xMs: number): Promise<string | undefined> => {
  const scene = createScene();
  const { outcome } = await callOnce(scene, TEN, "run-1", undefined, xMs);
  return finish(scene, TEN, { outcome });
};

/** X refuses one post of the thread; a repeat brings another text in its place, in another run. */
export const playCorrected = async (part: number) => {
  const scene = createScene();
  const posts = (await stepsOf()).flatMap((step, at) => (step === "POST tweets" ? [at] : []));
  const fault = { kind: "X answers", answer: "403", afterwards: false } as const;
  const disturbance = { at: posts[part] ?? -1, fault };
  const { outcome: refusal } = await callOnce(scene, TEN, "run-1", disturbance);
  const there = scene.x.made().map(({ id }) => id);
  const corrected = TEN.with(part, { text: "Corrected", media: [picture] });
  scene.clock.advance(PAUSE_MS);
  const run = "run-2";
  const { outcome } = await callOnce(scene, corrected, run);
  return { refusal, there, wrong: await finish(scene, corrected, { outcome, run, refusals: 1 }) };
};
