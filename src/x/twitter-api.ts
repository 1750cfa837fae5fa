/** The library that X is asked by, a file apart in what is deployed: a load, and a call that asks X nothing, need none. */
export {
  ApiPartialResponseError,
  ApiRequestError,
  ApiResponseError,
  TwitterApi,
} from "twitter-api-v2";
