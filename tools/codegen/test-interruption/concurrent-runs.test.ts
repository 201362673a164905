import { cpSync, existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { codegen } from "../test/run.js";
import { start } from "../test/start.js";
import { LONGEST, MEETINGS } from "./counts.js";
import { differences, expectHealed, expectNamed, expectWhole } from "./expectations.js";
import { measure } from "./measure.js";
import { addNote } from "./notes.js";
import { copyTwoCatalogs, partsOf, type TwoCatalogs, textsOf } from "./two-catalogs.js";

test.each([2, 4])("%d concurrent runs on one catalog all succeed", async (runs) => {
  const acme = await copyTwoCatalogs();
  const { early, preparing } = await measure();
  let met = 0;
  for (let meeting = 0; meeting < MEETINGS; meeting += 1) {
    const to = meeting % 2 === 0 ? "b" : "a";
    acme.toggle(to);
    const results = await Promise.all(
      Array.from({ length: runs }, async (_, index) => {
        // The later run reads the folder while the earlier one writes.
        await sleep(index === 0 ? 0 : Math.random() * (preparing + early / 10));
        return start(acme, ["generate"]).ended;
      }),
    );
    for (const result of results) expect(result, result.output).toMatchObject({ status: 0 });
    if (results.some(({ output }) => output.includes(".part"))) met += 1;
    expect(textsOf(acme)).toEqual(acme.wanted[to]);
    await expectNamed(acme, []);
  }
  addNote(`${runs} at once, ${MEETINGS} times: ${met} times one saw another's part files`);
});

test("a run whose part files another run has removed prepares them again", async () => {
  const acme = await copyTwoCatalogs();
  acme.toggle("b");
  const first = await startPaused(acme);
  expect(partsOf(textsOf(acme))).not.toEqual([]);
  await expectHealed(acme, acme.wanted.b);
  expect(await first.goOn()).toMatchObject({ status: 0 });
  expect(textsOf(acme)).toEqual(acme.wanted.b);
  await expectNamed(acme, []);
});

test("of two runs with an edit between them, the one that read the older catalog does not have the last word", async () => {
  const acme = await copyTwoCatalogs();
  acme.toggle("b");
  const older = await startPaused(acme);
  acme.toggle("a");
  acme.edit("catalog/payments.yaml", "httpStatus: 429", "httpStatus: 503");
  expect(await codegen(acme, "generate")).toMatchObject({ status: 0 });
  const newer = textsOf(acme);
  expect(await older.goOn()).toMatchObject({ status: 0 });
  expect(textsOf(acme)).toEqual(newer);
  await expectNamed(acme, []);
});

test("two concurrent runs on two catalogs that share packages leave whole files", async () => {
  const acme = await copyTwoCatalogs();
  const { early, preparing } = await measure();
  const second = { ...acme, catalog: join(acme.root, "second") };
  acme.toggle("b");
  cpSync(acme.catalog, second.catalog, { recursive: true });
  expect(await codegen(second, "generate")).toMatchObject({ status: 0 });
  const other = textsOf(acme);
  acme.toggle("a");
  let mixed = 0;
  for (let meeting = 0; meeting < MEETINGS; meeting += 1) {
    rmSync(join(acme.root, "out"), { recursive: true });
    const results = await Promise.all(
      [acme, second].map(async (catalog) => {
        await sleep(Math.random() * (preparing + early / 10));
        return start(catalog, ["generate"]).ended;
      }),
    );
    for (const result of results) expect(result, result.output).toMatchObject({ status: 0 });
    const left = textsOf(acme);
    const fromOther = expectWhole(left, acme.wanted.a, other);
    const difference = differences(acme, left, acme.wanted.a);
    expect(difference).toHaveLength(fromOther);
    if (fromOther > 0) mixed += 1;
    await expectNamed(acme, difference);
    await expectHealed(acme, acme.wanted.a);
  }
  addNote(`2 catalogs at once, ${MEETINGS} times: ${mixed} times not all of the first one's files`);
});

/** Starts `generate`, which pauses when every file is prepared and none is replaced. */
async function startPaused(acme: TwoCatalogs) {
  const paused = join(acme.root, "paused");
  const go = join(acme.root, "go");
  const hook = `
    import fs from "node:fs";
    import { syncBuiltinESMExports } from "node:module";
    const { renameSync } = fs;
    let waits = true;
    fs.renameSync = (from, to) => {
      if (waits && from.endsWith(".part")) {
        waits = false;
        fs.writeFileSync(${JSON.stringify(paused)}, "");
        while (!fs.existsSync(${JSON.stringify(go)})) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      }
      renameSync(from, to);
    };
    syncBuiltinESMExports();`;
  const node = [process.execPath, "--import", `data:text/javascript,${encodeURIComponent(hook)}`];
  const { ended } = start(acme, ["generate"], node);
  await expect.poll(() => existsSync(paused), { timeout: LONGEST }).toBe(true);
  return {
    goOn() {
      writeFileSync(go, "");
      return ended;
    },
  };
}
