import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { withEmitters } from "../emit/with-emitters.js";

const bin = fileURLToPath(new URL("../../bin/codegen.js", import.meta.url));
const MODULE = "emitters/own.mjs";

/** An emitter that takes a while to import and to run. */
const slow = (text: string) => `
  const wait = () => new Promise((resolve) => setTimeout(resolve, 40));
  await wait();
  const emit = async () => (await wait(), [{ path: "generated/own.txt", text: "${text}" }]);
  export const emitter = { name: "own", from: "catalog.yaml", emit };`;

test("watch runs the last text of an emitter that is replaced or removed while it is imported or runs", async () => {
  const acme = withEmitters({ [MODULE]: slow("first") });
  const child = spawn(process.execPath, [bin, "watch", "--catalog", acme.catalog]);
  onTestFinished(() => {
    child.kill();
  });
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
  });
  await expect.poll(() => printed, { timeout: 60_000 }).toContain("watching");
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
