import { readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { codegen } from "../run.js";

test("locale import --format json reports what changed, what was rejected, and why", async () => {
  const acme = copyAcme();
  const file = join(acme.root, "texts.json");
  await codegen(acme, "locale", "export", "de", "--format", "json", "--out", file);
  const exported = JSON.parse(readFileSync(file, "utf8"));
  exported.texts.RATE_LIMITED.target.message = "Bitte langsamer.";
  exported.texts.CARD_REFUSED.target.message = "Die Karte {karte} wurde abgelehnt.";
  writeFileSync(file, JSON.stringify(exported));
  const { status, stdout } = await codegen(acme, "locale", "import", file, "--format", "json");
  expect(status).toBe(1);
  const { problems, ...result } = JSON.parse(stdout);
  expect(result).toEqual({
    locale: "de",
    file: relative(process.cwd(), join(acme.catalog, "locales/de.json")),
    changed: ["RATE_LIMITED"],
    rejected: ["CARD_REFUSED"],
    leftOut: [],
  });
  expect(problems).toContainEqual(
    expect.objectContaining({ severity: "error", file, message: expect.stringContaining("karte") }),
  );
});
