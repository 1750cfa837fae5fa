/** What becomes of a text, told as it is typed. */
import { useEffect, useState } from "react";

/** undefined until the first text was explained, and where nothing is entered. `explain` must not change. */
export const useExplained = <T>(
  text: string,
  explain: (text: string) => Promise<T>,
): T | undefined => {
  const [explained, setExplained] = useState<T>();
  useEffect(() => {
    let isWanted = true;
    const show = (result: T | undefined) => isWanted && setExplained(() => result);
    if (text.trim() === "") show(undefined);
    else void explain(text).then(show);
    return () => {
      isWanted = false;
    };
  }, [text, explain]);
  return explained;
};
