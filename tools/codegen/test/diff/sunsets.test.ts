import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compare, snapshotOf } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { copyAcme, type Workspace } from "../acme.js";
import { codegen } from "../run.js";
import { PAYMENTS } from "../test-faults.js";
import { loadCatalog } from "./edits.js";

const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const SOURCE = "sources: [{ document: errors.md, line: 4 }]\n";

const retire = (acme: Workspace, sunset: string) =>
  acme.edit(
    PAYMENTS,
    SOURCE,
    `${SOURCE}    retired: { since: 1.1.0, reason: Gone., sunset: "${sunset}" }\n`,
  );

/** A released catalog that wants 90 days of notice, with a changeset that bumps enough. */
async function released(
  prepare: (acme: Workspace) => void = () => undefined,
  more = "",
): Promise<Workspace> {
  const acme = copyAcme();
  mkdirSync(join(acme.root, ".changeset"));
  writeFileSync(
    join(acme.root, ".changeset/more.md"),
    '---\n"@acme/errors": major\n---\n\nMore.\n',
  );
  acme.edit("catalog.yaml", "errorClass:", `retirement: { minimumDays: 90${more} }\nerrorClass:`);
  prepare(acme);
  expect(await codegen(acme, "record")).toMatchObject({ status: 0 });
  return acme;
}

test.each<[what: string, status: number, days: number]>([
  ["passes a sunset with enough notice", 0, 90],
  ["fails a sunset with too little notice", 1, 60],
  ["fails a sunset in the past", 1, -60],
])("diff --check %s", async (_, status, days) => {
  const acme = await released();
  retire(acme, inDays(days));
  expect(await codegen(acme, "diff", "--check")).toMatchObject({ status });
  expect(await codegen(acme, "record")).toMatchObject({ status });
});

test("diff --check names the place of the sunset, and the first day that has enough notice", async () => {
  const acme = await released();
  retire(acme, inDays(60));
  const { stderr } = await codegen(acme, "diff", "--check");
  expect(stderr).toMatch(/catalog\/payments\.yaml:28:53 error /);
  expect(stderr).toContain(`the sunset ${inDays(60)} of CARD_EXPIRED is less than 90 days away`);
  expect(stderr).toContain(
    `help: name ${inDays(90)} or later, or add CARD_EXPIRED to retirement.exceptions in catalog.yaml`,
  );
});

test("diff --check passes a sunset with little notice that the manifest accepts", async () => {
  const exceptions = `, exceptions: [{ name: CARD_EXPIRED, reason: Agreed., until: "${inDays(9)}" }]`;
  const acme = await released(undefined, exceptions);
  retire(acme, inDays(60));
  expect(await codegen(acme, "diff", "--check")).toMatchObject({ status: 0 });
});

test("diff --check passes a sunset with little notice of an entry that was internal", async () => {
  const acme = await released();
  const name = '"name": "CARD_EXPIRED",';
  acme.edit("released.json", name, `${name} "audience": "internal",`);
  retire(acme, inDays(60));
  expect(await codegen(acme, "diff", "--check")).toMatchObject({ status: 0 });
});

test("a sunset that a release named comes nearer, and may be moved back but not forward", async () => {
  const acme = await released((workspace) => retire(workspace, inDays(30)));
  expect(await codegen(acme, "diff", "--check")).toMatchObject({ status: 0 });
  acme.edit(PAYMENTS, inDays(30), inDays(40));
  expect(await codegen(acme, "diff", "--check")).toMatchObject({ status: 0 });
  acme.edit(PAYMENTS, inDays(40), inDays(20));
  expect(await codegen(acme, "diff", "--check")).toMatchObject({ status: 1 });
});

test("diff --check fails a removal before its time, and passes one after it", async () => {
  const acme = await released((workspace) => retire(workspace, inDays(30)));
  const entry = / {2}- name: CARD_EXPIRED\n(?: {4}.*\n)+/.exec(acme.read(PAYMENTS))?.[0] ?? "";
  acme.edit(PAYMENTS, entry, "");
  for (const file of ["locales/de.json", "locales/pt-BR.json"]) {
    const { CARD_EXPIRED: _, ...texts } = JSON.parse(acme.read(file));
    acme.write(file, JSON.stringify(texts));
  }
  expect(await codegen(acme, "diff", "--check")).toMatchObject({
    status: 1,
    stderr: expect.stringContaining(`CARD_EXPIRED was removed before its sunset, ${inDays(30)}`),
  });
  acme.edit("released.json", inDays(30), inDays(-1));
  expect(await codegen(acme, "diff", "--check")).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("the catalog changes require a major release"),
  });
});

test("a sunset that is added or moved is a minor change", async () => {
  const acme = copyAcme();
  acme.edit(PAYMENTS, SOURCE, `${SOURCE}    retired: { since: 1.1.0, reason: Gone. }\n`);
  const states = [snapshotOf(await loadCatalog(acme))];
  for (const [from, to] of [
    ["Gone. }", 'Gone., sunset: "2999-01-01" }'],
    ["2999-01-01", "2998-01-01"],
    ["Gone.", "Gone for good."],
  ] as const) {
    acme.edit(PAYMENTS, from, to);
    states.push(snapshotOf(await loadCatalog(acme)));
  }
  const changes = states
    .slice(1)
    .map((state, index) => compare(states[index] ?? state, state).map(({ kind }) => kind));
  expect(changes).toEqual([["retirement-changed"], ["retirement-changed"], ["text-changed"]]);
});
