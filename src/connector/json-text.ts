/** The value in a text that comes from outside; undefined when that is no JSON, which has no such value. */
export const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
