import { describe, expect, it } from "vitest";
import { type BodyPlace, createBodyRoom } from "../../../local/host/body-room.ts";

const MB = 1024 * 1024;
/** What every body may have without being counted. */
const FREE = MB / 4;

/** Whether so many bytes of a body may be read right now. */
const isTaken = async (taking: Promise<void>): Promise<boolean> => {
  let isDone = false;
  taking.then(() => {
    isDone = true;
  });
  await new Promise(setImmediate);
  return isDone;
};

/** A body of which so much is here. */
const begun = async (place: BodyPlace, bytes: number): Promise<BodyPlace> => {
  await place.take(FREE);
  await place.take(bytes);
  return place;
};

describe("the room for bodies", () => {
  it("holds no more than it has, and goes on when a call is done", async () => {
    const room = createBodyRoom(2 * MB);
    const first = await begun(room.open(), 2 * MB);
    first.complete();
    const second = room.open();
    await second.take(FREE);
    const waiting = second.take(1);
    expect(await isTaken(waiting)).toBe(false);
    first.leave();
    expect(await isTaken(waiting)).toBe(true);
  });

  it("keeps no small body waiting, however full it is", async () => {
    const room = createBodyRoom(MB);
    const large = await begun(room.open(), MB);
    large.complete();
    expect(await isTaken(room.open().take(FREE))).toBe(true);
  });

  it("lets one body be finished when all room is held by bodies that are not", async () => {
    const room = createBodyRoom(2 * MB);
    const bodies = [await begun(room.open(), MB), await begun(room.open(), MB)] as const;
    const [first, second] = [bodies[0].take(MB), bodies[1].take(MB)];
    expect([await isTaken(first), await isTaken(second)]).toEqual([true, false]);
    expect(await isTaken(bodies[0].take(MB))).toBe(true);
    bodies[0].complete();
    expect(await isTaken(second)).toBe(false);
    bodies[0].leave();
    expect(await isTaken(second)).toBe(true);
  });

  it("is not held by 110 bodies that stall", async () => {
    const room = createBodyRoom(MB);
    for (let count = 0; count < 110; count += 1) await room.open().take(64 * 1024);
    expect(await isTaken(begun(room.open(), MB).then(() => {}))).toBe(true);
  });

  it("forgets a body whose sender hangs up while it waits", async () => {
    const room = createBodyRoom(MB);
    const first = await begun(room.open(), MB);
    first.complete();
    const gone = room.open();
    await gone.take(FREE);
    gone.take(1);
    gone.leave();
    const next = room.open();
    await next.take(FREE);
    const waiting = next.take(MB);
    first.leave();
    expect(await isTaken(waiting)).toBe(true);
  });
});
