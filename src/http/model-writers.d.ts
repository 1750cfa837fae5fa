/** What `npm run generate` writes into model-writers.js. */

/** From an answer to its JSON. */
export type ModelWriter = (value: object) => string;

/** By the id of their model. */
export const writers: Readonly<Record<string, ModelWriter>>;
