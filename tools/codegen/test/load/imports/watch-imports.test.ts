import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startWatch } from "../../start-watch.js";
import { commonCatalog, commonEntry, importingAcme, writePublished } from "./common.js";

test("watch generates again when a linked package of the workspace changes", async () => {
  const acme = importingAcme();
  await startWatch(acme);
  const entries = () =>
    readFileSync(join(acme.root, "out/types/generated/entries.ts"), "utf8").includes(
      "TENANT_MOVED",
    );
  expect(entries()).toBe(false);
  const catalog = commonCatalog([commonEntry("TENANT_MOVED", "moved")]);
  writePublished(acme, { "generated/catalog.json": catalog });
  await expect.poll(entries, { timeout: 60_000 }).toBe(true);
}, 180_000);
