/**
 * The documented limits that an admin may set otherwise: each is a setting, and the documented value is its default.
 * The bounds are X's own where X has one: https://docs.x.com/x-api/fundamentals/rate-limits
 */
import {
  CONNECTIONS_PER_USER,
  type LimitClass,
  NEW_TWEETS_PER_POLL,
  OTHER_CALLS_PER_HOUR,
  POST_CALLS_PER_HOUR,
  TRIGGER_POLL_INTERVAL_MINUTES,
  TWEETS_MAX_RESULTS,
} from "./limits.ts";

export interface AdjustableLimits {
  readonly postsPerHour: number;
  readonly otherCallsPerHour: number;
  readonly pollIntervalMinutes: number;
  readonly tweetsPerPoll: number;
  readonly connectionsPerUser: number;
}

export interface AdjustableLimit {
  /** The environment variable. */
  readonly setting: string;
  readonly documented: number;
  readonly least: number;
  readonly most: number;
  /** What is limited, as makers and admins read it. */
  readonly title: string;
}

export const ADJUSTABLE_LIMITS = {
  postsPerHour: {
    setting: "POSTS_PER_HOUR",
    documented: POST_CALLS_PER_HOUR,
    least: 1,
    // 100 a user in 15 minutes.
    most: 400,
    title: "posts and retweets an hour and connection",
  },
  otherCallsPerHour: {
    setting: "CALLS_PER_HOUR",
    documented: OTHER_CALLS_PER_HOUR,
    least: 1,
    // 900 a user in 15 minutes, for what X allows most often.
    most: 3600,
    title: "other calls an hour and connection",
  },
  pollIntervalMinutes: {
    setting: "POLL_INTERVAL_MINUTES",
    documented: TRIGGER_POLL_INTERVAL_MINUTES,
    least: 1,
    most: 24 * 60,
    title: "minutes between two polls of the trigger",
  },
  tweetsPerPoll: {
    setting: "TWEETS_PER_POLL",
    documented: NEW_TWEETS_PER_POLL,
    least: 1,
    most: TWEETS_MAX_RESULTS,
    title: "new tweets a poll of the trigger",
  },
  connectionsPerUser: {
    setting: "CONNECTIONS_PER_USER",
    documented: CONNECTIONS_PER_USER,
    least: 1,
    most: 10,
    title: "connections for an X account and app",
  },
} as const satisfies Readonly<Record<keyof AdjustableLimits, AdjustableLimit>>;

const LIMIT_NAMES = Object.keys(ADJUSTABLE_LIMITS) as readonly (keyof AdjustableLimits)[];

export const DOCUMENTED_LIMITS: AdjustableLimits = {
  postsPerHour: POST_CALLS_PER_HOUR,
  otherCallsPerHour: OTHER_CALLS_PER_HOUR,
  pollIntervalMinutes: TRIGGER_POLL_INTERVAL_MINUTES,
  tweetsPerPoll: NEW_TWEETS_PER_POLL,
  connectionsPerUser: CONNECTIONS_PER_USER,
};

/** Calls let through in any hour, per connection. */
export const callsPerHour = (limits: AdjustableLimits, limitClass: LimitClass): number =>
  limitClass === "post" ? limits.postsPerHour : limits.otherCallsPerHour;

export interface ChangedLimit {
  readonly title: string;
  readonly value: number;
  readonly documented: number;
}

/** Those that are set to another value than the documented one. */
export const changedLimits = (limits: AdjustableLimits): ChangedLimit[] =>
  LIMIT_NAMES.map((name) => ({ ...ADJUSTABLE_LIMITS[name], value: limits[name] }))
    .filter(({ value, documented }) => value !== documented)
    .map(({ title, value, documented }) => ({ title, value, documented }));
