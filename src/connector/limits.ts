/**
 * Every limit of the connector reference, once, with the sentence it comes from.
 * The reference: https://learn.microsoft.com/connectors/twitter/#limits
 */

const MEGABYTE = 1024 * 1024;

/** "Maximum number of connections per user: 2" */
export const CONNECTIONS_PER_USER = 2;

/** "API call rate limit for POST operation: 12 per hour" */
export const POST_CALLS_PER_HOUR = 12;

/** "API call rate limit for other operations: 600 per hour" */
export const OTHER_CALLS_PER_HOUR = 600;

/** "Frequency of trigger polls: 1 hour" */
export const TRIGGER_POLL_INTERVAL_MINUTES = 60;

/** "Maximum size of image upload: 5 MB" */
export const IMAGE_MAX_BYTES = 5 * MEGABYTE;

/** "Maximum size of video upload: 15 MB" */
export const VIDEO_MAX_BYTES = 15 * MEGABYTE;

/**
 * The largest request body: four images of 5 MB have 27 MB in base64, a video of 15 MB has 20 MB, in lines 21. Azure
 * keeps it by the app setting FUNCTIONS_REQUEST_BODY_SIZE_LIMIT:
 * https://learn.microsoft.com/azure/azure-functions/functions-app-settings
 */
export const REQUEST_BODY_MAX_BYTES = 32 * MEGABYTE;

/** "Maximum number of search results: 100"; timelines share it, and X's pages end there too. */
export const TWEETS_MAX_RESULTS = 100;

/** The reference names no number for users; a page of X ends at 1000: https://docs.x.com/x-api/users/get-followers */
export const USERS_MAX_RESULTS = 1000;

/** What an operation returns when `maxResults` is not given: the default of the published definition. */
export const DEFAULT_MAX_RESULTS = 20;

/** What *Search posts* gives at most: five pages of X's, as one answer that a flow still takes at ease. */
export const SEARCH_POSTS_MAX_RESULTS = 500;

/** X looks up no more posts at once: https://docs.x.com/x-api/posts/get-posts-by-ids */
export const POSTS_BY_ID_MAX = 100;

/** "Maximum number of new tweets tracked within one polling interval: 5" */
export const NEW_TWEETS_PER_POLL = 5;

/** "Maximum allowed 'Search text' parameter value length is 470" */
export const SEARCH_TEXT_MAX_LENGTH = 470;

/** How long a text may be by X's count: https://docs.x.com/fundamentals/counting-characters */
export const TEXT_MAX_LENGTH = 280;
/** The same with X Premium: https://help.x.com/using-x/x-premium */
export const PREMIUM_TEXT_MAX_LENGTH = 25_000;

/** X's own, of the parts of a post: https://docs.x.com/x-api/posts/create-post */
export const IMAGES_A_POST = 4;
export const POLL_OPTIONS_MIN = 2;
export const POLL_OPTIONS_MAX = 4;
export const POLL_OPTION_MAX_LENGTH = 25;
export const POLL_MIN_MINUTES = 5;
export const POLL_MAX_MINUTES = 7 * 24 * 60;
export const POLL_DEFAULT_MINUTES = 24 * 60;
/** https://docs.x.com/x-api/media/create-media-metadata */
export const ALT_TEXT_MAX_LENGTH = 1000;
/** One cashtag a post on self-serve plans: https://docs.x.com/changelog */
export const CASHTAGS_A_POST = 1;

/** A thread of the connector: fewer are a post, and 25 is what X's own composer takes. */
export const THREAD_MIN_PARTS = 2;
export const THREAD_MAX_PARTS = 25;

/** The classes that the hourly limits count by. */
export type LimitClass = "post" | "other";
