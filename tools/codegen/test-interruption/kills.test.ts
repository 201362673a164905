import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { start } from "../test/start.js";
import { KILLS, LONGEST } from "./counts.js";
import { differences, expectHealed, expectNamed, expectWhole } from "./expectations.js";
import { measure, type Timing, watch } from "./measure.js";
import { addNote } from "./notes.js";
import { copyTwoCatalogs, partsOf, type TwoCatalogs, textsOf } from "./two-catalogs.js";
import { waitUntil } from "./wait-until.js";

test(`generate killed ${KILLS} times leaves no half-written file, check lists the mixed files, and the next run repairs them`, async () => {
  const acme = await copyTwoCatalogs();
  const timing = await measure();
  const seen = { early: 0, parts: 0, mixed: 0, finished: 0 };
  for (let kill = 0; kill < KILLS; kill += 1) {
    const [from, to] = kill % 2 === 0 ? (["a", "b"] as const) : (["b", "a"] as const);
    acme.toggle(to);
    await killAtRandom(acme, kill, timing);
    const left = textsOf(acme);
    const changed = expectWhole(left, acme.wanted[from], acme.wanted[to]);
    const difference = differences(acme, left, acme.wanted[to]);
    if (difference.length === 0) seen.finished += 1;
    else if (changed > 0) seen.mixed += 1;
    else if (partsOf(left).length > 0) seen.parts += 1;
    else seen.early += 1;
    await expectNamed(acme, difference);
    await expectHealed(acme, acme.wanted[to]);
  }
  addNote(
    `${KILLS} kills: ${seen.early} before anything was written, ${seen.parts} left only part files, ${seen.mixed} left a mixed set, ${seen.finished} came after the last file`,
  );
  // If all kills missed the writing, the test would prove nothing.
  expect(seen.parts + seen.mixed).toBeGreaterThan(KILLS / 5);
  if (KILLS >= 100) {
    expect(seen.parts).toBeGreaterThan(0);
    expect(seen.mixed).toBeGreaterThan(0);
  }
});

test("generate removes the part files of a killed run, also in folders that it no longer uses", async () => {
  const acme = await copyTwoCatalogs();
  const left = [
    "out/types/generated/.codegen-0b6d2c1e-0000-4000-8000-000000000001.part",
    "out/messages/generated/formats/retired/.codegen-0b6d2c1e-0000-4000-8000-000000000002.part",
    "spec/generated/.codegen-0b6d2c1e-0000-4000-8000-000000000003.part",
  ];
  for (const file of left) {
    mkdirSync(join(acme.root, file, ".."), { recursive: true });
    writeFileSync(join(acme.root, file), "{ half");
  }
  await expectNamed(acme, differences(acme, textsOf(acme), acme.wanted.a));
  await expectHealed(acme, acme.wanted.a);
});

/**
 * Of five kills, one comes at any moment, two while files are prepared, and two while they are
 * replaced.
 */
async function killAtRandom(acme: TwoCatalogs, kill: number, timing: Timing): Promise<void> {
  const { early, preparing, replacing, late } = timing;
  const { isWriting, isReplaced } = watch(acme);
  const { child, ended } = start(acme, ["generate"]);
  const never = () => false;
  const any = Math.random();
  if (kill % 5 === 0) waitUntil(never, any * (early + preparing + replacing + late));
  else if (kill % 5 < 3) {
    waitUntil(isWriting, LONGEST);
    waitUntil(never, any * preparing);
  } else {
    waitUntil(isReplaced, LONGEST);
    waitUntil(never, any * replacing);
  }
  child.kill("SIGKILL");
  await ended;
}
