import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { copyAcme } from "../test/acme.js";
import { start } from "../test/start.js";

test("watch goes on while folders appear and vanish, and answers the last of several saves", async () => {
  const acme = copyAcme();
  const { child, ended } = start(acme, ["watch"]);
  onTestFinished(() => void child.kill());
  let status = 429;
  const save = () => {
    acme.edit("catalog/payments.yaml", `httpStatus: ${status}`, `httpStatus: ${status + 1}`);
    status += 1;
  };
  await until(() => statusOf(acme.read) === 429);
  // Each look at the files may meet a folder that is being removed.
  for (let round = 0; round < 60 && child.exitCode === null; round++) {
    for (let at = 0; at < 30; at++) {
      const folder = join(acme.catalog, `.folder-${at}`);
      mkdirSync(join(folder, "a/b"), { recursive: true });
      rmSync(folder, { recursive: true });
    }
    if (round % 2 === 0) save();
    await sleep((round % 3) * 40);
  }
  // Two saves within 50 ms, and one while they are answered.
  save();
  save();
  await sleep(60);
  save();
  await until(() => child.exitCode !== null || statusOf(acme.read) === status);
  expect(child.exitCode).toBeNull();
  child.kill();
  expect((await ended).output).not.toMatch(/ENOENT|node:fs/);
});

function statusOf(read: (file: string) => string): number | undefined {
  try {
    const { entries } = JSON.parse(read("generated/catalog.json")) as {
      readonly entries: readonly { readonly name: string; readonly httpStatus: number }[];
    };
    return entries.find(({ name }) => name === "RATE_LIMITED")?.httpStatus;
  } catch {
    return undefined;
  }
}

async function until(isReached: () => boolean): Promise<void> {
  const end = performance.now() + 50_000;
  while (!isReached()) {
    if (performance.now() > end) throw new Error("nothing happened for 50 seconds");
    await sleep(20);
  }
}
