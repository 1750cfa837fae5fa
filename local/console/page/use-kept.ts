/** State that a reload of the page does not lose: kept in the tab's own storage. */
import { useCallback, useState } from "react";

export interface Keeping<T> {
  readonly initial: T;
  /** What is written down, as JSON. */
  write(value: T): unknown;
  /** From what was written. */
  read(kept: unknown): T;
}

const readKept = <T>(key: string, { initial, read }: Keeping<T>): T => {
  const kept = sessionStorage.getItem(key);
  return kept === null ? initial : read(JSON.parse(kept));
};

const writeDown = (key: string, value: unknown): void => {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // More than the browser has room for stays as long as the page does.
    sessionStorage.removeItem(key);
  }
};

export type Change<T> = (change: (before: T) => T) => void;

/** `keeping` must not change. */
export const useKept = <T>(key: string, keeping: Keeping<T>): readonly [T, Change<T>] => {
  const [value, setValue] = useState(() => readKept(key, keeping));
  const change = useCallback<Change<T>>(
    (next) =>
      setValue((before) => {
        const after = next(before);
        writeDown(key, keeping.write(after));
        return after;
      }),
    [key, keeping],
  );
  return [value, change];
};
