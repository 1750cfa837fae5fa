/** What the page shows, as its address names it: `#/actions/SearchTweet/raw`. A reload, a link and back follow it. */
import { useSyncExternalStore } from "react";

const subscribe = (onChange: () => void) => {
  addEventListener("hashchange", onChange);
  return () => removeEventListener("hashchange", onChange);
};
const readHash = () => location.hash;

/** The parts of the address behind `#/`, as many as there are. */
export const useRoute = (): readonly string[] =>
  useSyncExternalStore(subscribe, readHash)
    .replace(/^#\/?/, "")
    .split("/")
    .filter((part) => part !== "");

export const goTo = (...parts: readonly string[]): void => {
  location.hash = `#/${parts.join("/")}`;
};
