/** Where the keyboard goes on once what it was on has moved or is gone. */
import { useEffect, useRef } from "react";

export interface NextFocus {
  /** The `ref` of an element that the keyboard may go to. */
  placed(name: string): (element: HTMLElement | null) => void;
  /** After the next change of the page, to the first of these places that is there then. */
  goTo(...names: readonly string[]): void;
}

export const useNextFocus = (): NextFocus => {
  const places = useRef(new Map<string, HTMLElement>());
  const wanted = useRef<readonly string[]>([]);
  useEffect(() => {
    const [place] = wanted.current.flatMap((name) => places.current.get(name) ?? []);
    wanted.current = [];
    place?.focus();
  });
  return {
    placed: (name) => (element) => {
      if (element) places.current.set(name, element);
      else places.current.delete(name);
    },
    goTo: (...names) => {
      wanted.current = names;
    },
  };
};
