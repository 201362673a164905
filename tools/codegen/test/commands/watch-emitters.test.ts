import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { withEmitters } from "../emit/with-emitters.js";
import { startWatch } from "../start-watch.js";

const MODULE = "emitters/own.mjs";

/** An emitter that takes a while to import and to run. */
const slow = (text: string) => `
  const wait = () => new Promise((resolve) => setTimeout(resolve, 40));
  await wait();
  const emit = async () => (await wait(), [{ path: "generated/own.txt", text: "${text}" }]);
  export const emitter = { name: "own", from: "catalog.yaml", emit };`;

test("watch runs the last text of an emitter that is replaced or removed while it is imported or runs", async () => {
  const acme = withEmitters({ [MODULE]: slow("first") });
  await startWatch(acme);
  for (const delay of [20, 50, 80, 110, 140, 170]) {
    acme.write(MODULE, slow(`old ${delay}`));
    await sleep(delay);
    if (delay % 20 === 0) rmSync(join(acme.catalog, MODULE));
    await sleep(delay % 30);
    acme.write(MODULE, slow(`new ${delay}`));
    await expect
      .poll(() => acme.read("generated/own.txt"), { timeout: 60_000 })
      .toBe(`new ${delay}`);
  }
});
