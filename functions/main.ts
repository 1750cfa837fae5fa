// Made by `npm run generate` from src/operations. What the bundle starts from: every endpoint registers itself.
import "./connect.ts";
import "./followers.ts";
import "./following.ts";
import "./health.ts";
import "./home-timeline.ts";
import "./my-followers.ts";
import "./my-following.ts";
import "./oauth2-authorize.ts";
import "./oauth2-callback.ts";
import "./oauth2-token.ts";
import "./on-new-tweet.ts";
import "./purge-expired.ts";
import "./retweet.ts";
import "./search-tweet.ts";
import "./tweet.ts";
import "./user-timeline.ts";
import "./user.ts";
