/** X's own text rules, a file apart in what is deployed: most calls bring no text that needs them. */
export { default as twitterText } from "twitter-text";
