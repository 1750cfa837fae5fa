import { expect, it } from "vitest";
import { createUserDirectory } from "../../../src/x/user-directory.ts";
import { xUser } from "../../fixtures/x-posts.ts";
import { preparedSession } from "../../harness/x-session.ts";

const HOUR_MS = 60 * 60 * 1000;

// Reported: no test noticed when a handle was remembered for ever.
it("a handle's id is remembered for six hours, and then asked for anew", async () => {
  const time = { now: Date.parse("2026-11-23T12:00:00Z") };
  const directory = createUserDirectory(() => time.now);
  const { x, calls } = preparedSession(() => ({ data: xUser({ id: "7", username: "Contoso" }) }));
  const look = () =>
    directory.withId(
      x,
      "contoso",
      async (id) => id,
      () => "Contoso",
    );
  expect(await look()).toBe("7");
  time.now += 6 * HOUR_MS;
  expect(await look()).toBe("7");
  expect(calls).toHaveLength(1);
  time.now += 1;
  expect(await look()).toBe("7");
  expect(calls).toHaveLength(2);
});
