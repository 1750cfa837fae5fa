/** X's own text rules, and IANA's top-level domains, a file apart in what is deployed: most calls bring no text that needs them. */
export { default as topLevelDomains } from "tlds" with { type: "json" };
export { default as twitterText } from "twitter-text";
