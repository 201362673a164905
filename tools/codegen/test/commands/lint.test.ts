import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { codegen } from "../run.js";
import { PAYMENTS } from "../test-faults.js";

/** The lines about progress, without the spaces that align them. */
function progressIn(stdout: string): readonly string[] {
  const lines = stdout.split("\n").filter((line) => /[█░]/.test(line));
  return lines.map((line) => line.trim().replace(/ +/g, " "));
}

test("lint shows how many entries are decided and how many texts each locale has", async () => {
  const acme = copyAcme();
  acme.edit(PAYMENTS, "name: CARD_EXPIRED\n", "name: CARD_EXPIRED\n    draft: [retry, outcome]\n");
  acme.edit(PAYMENTS, "name: RATE_LIMITED\n", "name: RATE_LIMITED\n    draft: [outcome]\n");
  const { status, stdout } = await codegen(acme, "lint");
  expect(status).toBe(0);
  expect(progressIn(stdout)).toEqual([
    "entries ████████████░░░░░░░░ 60% 3 of 5 decided; to decide: outcome 2, retry 1",
    "de ████████████████████ 100% 10 texts: 10 final.",
    "pt-BR ██░░░░░░░░░░░░░░░░░░ 10% 10 texts: 1 translated, 9 missing; no native speaker has read them yet.",
  ]);
});

test("lint does not count a stale text as done", async () => {
  const acme = copyAcme();
  acme.edit(
    "locales/de.json",
    '"message": "Die Karte ist abgelaufen."',
    '"message": "Karte abgelaufen."',
  );
  const { stdout } = await codegen(acme, "lint");
  expect(progressIn(stdout).at(-1)).toBe(
    "pt-BR ░░░░░░░░░░░░░░░░░░░░ 0% 10 texts: 1 translated, 9 missing, 1 stale; no native speaker has read them yet.",
  );
});

test("lint keeps its progress out of the output for programs", async () => {
  const { stdout, stderr } = await codegen(copyAcme(), "lint", "--format", "json");
  expect(progressIn(stdout)).toEqual([]);
  expect(progressIn(stderr)).toHaveLength(3);
  expect(JSON.parse(stdout)).toBeInstanceOf(Object);
});
