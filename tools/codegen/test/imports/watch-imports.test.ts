import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { commonCatalog, commonEntry, importingAcme, writePublished } from "./common.js";

const bin = fileURLToPath(new URL("../../bin/codegen.js", import.meta.url));

test("watch generates again when a linked package of the workspace changes", async () => {
  const acme = importingAcme();
  const child = spawn(process.execPath, [bin, "watch", "--catalog", acme.catalog]);
  onTestFinished(() => {
    child.kill();
  });
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
  });
  await expect.poll(() => printed, { timeout: 60_000 }).toContain("watching");
  const entries = () =>
    readFileSync(join(acme.root, "out/types/generated/entries.ts"), "utf8").includes(
      "TENANT_MOVED",
    );
  expect(entries()).toBe(false);
  const catalog = commonCatalog([commonEntry("TENANT_MOVED", "moved")]);
  writePublished(acme, { "generated/catalog.json": catalog });
  await expect.poll(entries, { timeout: 60_000 }).toBe(true);
}, 180_000);
