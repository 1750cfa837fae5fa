/** What becomes of what is entered, told as it is typed. */
import { useEffect, useState } from "react";

/**
 * undefined until the first input was explained, and where there is nothing to explain. `explain` must not change, and
 * `input` only with what is entered.
 */
export const useExplained = <Input, T>(
  input: Input,
  explain: (input: Input) => Promise<T | undefined>,
): T | undefined => {
  const [explained, setExplained] = useState<T>();
  useEffect(() => {
    let isWanted = true;
    void explain(input).then((result) => isWanted && setExplained(() => result));
    return () => {
      isWanted = false;
    };
  }, [input, explain]);
  return explained;
};

/** Explains texts that hold something. */
export const ofText =
  <T>(explain: (text: string) => Promise<T>) =>
  async (text: string): Promise<T | undefined> =>
    text.trim() === "" ? undefined : explain(text);
