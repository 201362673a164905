import { expect, test } from "vitest";
import { copyAcme, type Workspace } from "../acme.js";
import { codegen } from "../run.js";

const PAYMENTS = "catalog/payments.yaml";
const DRAFT = "draft: [category, outcome, retry]";

/** The second catalog, with two drafts. */
function withDrafts(): Workspace {
  const acme = copyAcme();
  for (const name of ["CARD_EXPIRED", "RATE_LIMITED"])
    acme.edit(PAYMENTS, `- name: ${name}\n`, `- name: ${name}\n    ${DRAFT} # from the import\n`);
  return acme;
}

test("decide shows each decision, and writes nothing without --yes", async () => {
  const acme = withDrafts();
  const before = acme.read(PAYMENTS);
  const ran = await codegen(acme, "decide", "--where", "code=card_*", "--set", "outcome=unknown");
  expect(ran).toMatchObject({
    status: 0,
    stdout: `CARD_EXPIRED (card_declined) "Your card has expired"
  outcome: rejected -> unknown (remaining: category, retry)
1 draft of 2 decided, 0 of them completely.
Nothing was written. Run it again with --yes to write these decisions.
`,
  });
  expect(acme.read(PAYMENTS)).toBe(before);
});

test("decide --yes sets the fields of the drafts that match, and ends a draft that is decided", async () => {
  const acme = withDrafts();
  const before = acme.read(PAYMENTS);
  const decisions = ["--set", "outcome=unknown,retry=after-reconcile", "--accept", "category"];
  await codegen(acme, "decide", "--where", "name=CARD_*", ...decisions, "--yes");
  const [first = "", rest = ""] = before.split("  - name: CURRENCY_UNSUPPORTED");
  const [card = "", expired = ""] = first.split("  - name: CARD_EXPIRED");
  expect(acme.read(PAYMENTS)).toBe(
    [
      `${card}  - name: CARD_EXPIRED`,
      expired
        .replace(`    ${DRAFT} # from the import\n`, "")
        .replace("outcome: rejected", "outcome: unknown")
        .replace("retry: after-fix", "retry: after-reconcile"),
      `  - name: CURRENCY_UNSUPPORTED${rest}`,
    ].join(""),
  );
  expect(await codegen(acme, "lint")).toMatchObject({
    stderr: expect.not.stringContaining("CARD_EXPIRED is a draft"),
  });
});

test("decide keeps a draft in lines of its own apart from the next member", async () => {
  const acme = withDrafts();
  const lines =
    "draft:\n      - category\n      - outcome\n      - retry\n    code: rate_limited\n";
  acme.edit(PAYMENTS, `${DRAFT} # from the import\n    code: rate_limited\n`, lines);
  const before = acme.read(PAYMENTS);
  const where = ["--where", "name=RATE_*"];
  await codegen(acme, "decide", ...where, "--set", "outcome=unknown", "--yes");
  const decided = "draft:\n      [category, retry]\n    code: rate_limited\n";
  const [cards = "", rest = ""] = before.replace(lines, decided).split("name: RATE_LIMITED");
  expect(acme.read(PAYMENTS)).toBe(
    `${cards}name: RATE_LIMITED${rest.replace("outcome: rejected", "outcome: unknown")}`,
  );
});

test("decide takes an option that is typed again as more of it", async () => {
  const acme = withDrafts();
  const where = ["--where", "name=CARD_*", "--where", "category=traffic"];
  const { stdout } = await codegen(acme, "decide", ...where, "--set", "outcome=unknown");
  expect(stdout).toContain("0 drafts of 2 decided");
  const both = [
    "--set",
    "outcome=unknown",
    "--set",
    "retry=after-reconcile",
    "--accept",
    "category",
  ];
  const decided = await codegen(acme, "decide", "--where", "name=CARD_*", ...both);
  expect(decided.stdout).toContain("1 draft of 2 decided, 1 of them completely.");
});

test.each(["--where", "--set"])("decide refuses two values of a field in %s", async (option) => {
  const acme = withDrafts();
  const values = [option, "outcome=unknown", option, "outcome=rejected"];
  expect(await codegen(acme, "decide", ...values, "--accept", "retry")).toMatchObject({
    status: 2,
    stderr: expect.stringContaining(`${option}: outcome has several values`),
  });
});

test("decide leaves a field that was decided before", async () => {
  const acme = withDrafts();
  await codegen(acme, "decide", "--set", "outcome=rejected", "--yes");
  const decided = acme.read(PAYMENTS);
  expect(await codegen(acme, "decide", "--set", "outcome=unknown", "--yes")).toMatchObject({
    status: 1,
    stdout: "0 drafts of 2 decided, 0 of them completely.\n",
  });
  expect(acme.read(PAYMENTS)).toBe(decided);
});

test.each<[string, readonly string[], string]>([
  ["a field that an entry does not have", ["--where", "kode=1", "--set", "retry=never"], "kode"],
  ["a value that a field cannot have", ["--set", "retry=later"], "after-reconcile"],
  ["a field that differs for each entry", ["--set", "name=X"], "category, fault, outcome, retry"],
  ["a condition without a value", ["--where", "code", "--set", "retry=never"], "field=value"],
  ["a decision without a field", ["--where", "code=1"], "--set or --accept"],
  ["a field that is set and accepted", ["--set", "retry=never", "--accept", "retry"], "both"],
])("decide refuses %s", async (_, options, message) => {
  const acme = withDrafts();
  const before = acme.read(PAYMENTS);
  expect(await codegen(acme, "decide", ...options, "--yes")).toMatchObject({
    status: 2,
    stderr: expect.stringContaining(message),
  });
  expect(acme.read(PAYMENTS)).toBe(before);
});
