/**
 * How many bytes of bodies are here at once. A body takes room as it comes, so one that stalls holds no more than has
 * come of it, and what finds no room stays on its socket until a call is done.
 */

export interface BodyPlace {
  /** Resolves when so many more bytes of this body may be read. */
  take(bytes: number): Promise<void>;
  /** All of the body is here: what it holds is given back when its call is done. */
  complete(): void;
  /** The call is done, or will not be made. */
  leave(): void;
}

export interface BodyRoom {
  open(): BodyPlace;
}

/** Small bodies wait for no large one. */
const FREE_BYTES = 256 * 1024;

interface Waiting {
  readonly place: BodyPlace;
  readonly bytes: number;
  go(): void;
}

/** `maxBytes` may be exceeded by one body: that which goes on when all room is held by bodies that are not whole. */
export const createBodyRoom = (maxBytes: number): BodyRoom => {
  const waiting: Waiting[] = [];
  let held = 0;
  let complete = 0;
  let favoured: BodyPlace | undefined;

  /** Whole bodies give their room back soon; where there is none, somebody has to become one. */
  const mayTake = (place: BodyPlace, bytes: number): boolean => {
    if (place === favoured || held + bytes <= maxBytes) return true;
    if (complete > 0 || favoured) return false;
    favoured = place;
    return true;
  };

  const goOn = (): void => {
    for (let next = waiting[0]; next && mayTake(next.place, next.bytes); next = waiting[0]) {
      waiting.shift();
      next.go();
    }
  };

  const open = (): BodyPlace => {
    let free = FREE_BYTES;
    let own = 0;
    let isComplete = false;
    const place: BodyPlace = {
      take(bytes) {
        const counted = Math.max(0, bytes - free);
        free -= bytes - counted;
        return new Promise((resolve) => {
          const go = () => {
            held += counted;
            own += counted;
            resolve();
          };
          const isNext = place === favoured || waiting.length === 0;
          if (counted === 0 || (isNext && mayTake(place, counted))) go();
          else waiting.push({ place, bytes: counted, go });
        });
      },
      complete() {
        isComplete = true;
        complete += 1;
      },
      leave() {
        const at = waiting.findIndex((each) => each.place === place);
        if (at >= 0) waiting.splice(at, 1);
        if (isComplete) complete -= 1;
        if (favoured === place) favoured = undefined;
        held -= own;
        goOn();
      },
    };
    return place;
  };
  return { open };
};
