/** Where each view was left, so that one comes back to the same place of it. */
import { useEffect, useState } from "react";
import { goTo } from "./use-route.ts";

type Places = Readonly<Record<string, readonly string[]>>;

/** `route` is what the address names behind the view that it shows. */
export const usePlaces = (view: string, route: readonly string[]) => {
  const [left, setLeft] = useState<Places>({});
  const place = route.join("/");
  useEffect(() => {
    setLeft((before) => ({ ...before, [view]: place.split("/").filter((part) => part !== "") }));
  }, [view, place]);
  const routeOf = (each: string) => (each === view ? route : (left[each] ?? []));
  return {
    routeOf,
    goBackTo: (each: string) => goTo(each, ...routeOf(each)),
  };
};
