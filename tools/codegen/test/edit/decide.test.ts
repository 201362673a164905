import { expect, test } from "vitest";
import { copyAcme, type Workspace } from "../acme.js";
import { codegen } from "../run.js";
import { PAYMENTS } from "../test-faults.js";

const DRAFT = "draft: [category, outcome, retry]";

/** The second catalog, with two drafts. */
function withDrafts(): Workspace {
  const acme = copyAcme();
  for (const name of ["CARD_EXPIRED", "RATE_LIMITED"])
    acme.edit(PAYMENTS, `- name: ${name}\n`, `- name: ${name}\n    ${DRAFT} # from the import\n`);
  return acme;
}

test("decide shows each decision, and writes nothing without --write", async () => {
  const acme = withDrafts();
  const before = acme.read(PAYMENTS);
  const ran = await codegen(acme, "decide", "--where", "code=card_*", "--set", "retry=never");
  expect(ran).toMatchObject({
    status: 0,
    stdout: `CARD_EXPIRED (card_declined) "Your card has expired"
  retry: after-fix -> never (remaining: category, outcome)
1 draft of 2 decided, 0 of them completely.
Nothing was written. Run it again with --write.
`,
  });
  expect(acme.read(PAYMENTS)).toBe(before);
});

test("decide --write sets the fields of the drafts that match, and ends a draft that is decided", async () => {
  const acme = withDrafts();
  const before = acme.read(PAYMENTS);
  const decisions = ["--set", "outcome=unknown,retry=after-reconcile", "--accept", "category"];
  await codegen(acme, "decide", "--where", "name=CARD_*", ...decisions, "--write");
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

test("decide leaves accepted fields and other files as they are, and finds a field without a value", async () => {
  const acme = copyAcme();
  const [, , , entry = ""] = acme.read(PAYMENTS).split(/^(?= {2}- name)/m);
  const open = entry
    .replace("\n", "\n    draft: [params]\n")
    .replace(/httpStatus: \d+/, "httpStatus: null");
  acme.edit(PAYMENTS, entry, open);
  const before = acme.read(PAYMENTS);
  const decided = await codegen(
    acme,
    "decide",
    "--where",
    "httpStatus=",
    "--accept",
    "params",
    "--write",
  );
  expect(decided).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("1 draft of 1 decided"),
  });
  expect(decided.stdout.match(/\S+\.(?:yaml|json)$/gm)).toEqual([
    expect.stringMatching(/payments\.yaml$/),
  ]);
  expect(acme.read(PAYMENTS)).toBe(before.replace("    draft: [params]\n", ""));
});

test("decide keeps the items and the comments of a draft in lines of its own", async () => {
  const acme = withDrafts();
  const lines = (items: string) => `draft: # open\n${items}      # end\n    code: rate_limited\n`;
  const item = (name: string) => `      # above\n      - ${name} # about ${name}\n`;
  const all = ["category", "outcome", "retry"].map(item).join("");
  acme.edit(PAYMENTS, `${DRAFT} # from the import\n    code: rate_limited\n`, lines(all));
  const before = acme.read(PAYMENTS);
  const where = ["--where", "name=RATE_*"];
  const { stderr } = await codegen(acme, "decide", ...where, "--set", "retry=never", "--write");
  const rest = `${item("category")}${item("outcome")}      # above\n`;
  expect(acme.read(PAYMENTS)).toBe(
    before
      .replace(lines(all), lines(rest))
      .replace(
        "retry: after-delay\n    sources: [{ document: errors.md, line: 6",
        "retry: never\n    sources: [{ document: errors.md, line: 6",
      ),
  );
  expect(stderr).toContain("payments.yaml: removes 1 comment: # about retry\n");
});

test("decide leaves a line of number signs behind the last item of a draft in brackets", async () => {
  const acme = withDrafts();
  const rest = `outcome\n      # ${"#".repeat(60)}\n    ]`;
  acme.edit(PAYMENTS, DRAFT, `draft: [category, retry, ${rest}`);
  const args = ["--where", "code=card_*", "--accept", "outcome", "--write"];
  expect((await codegen(acme, "decide", ...args)).status).toBe(0);
  expect(acme.read(PAYMENTS)).toContain(`draft: [category, retry, ${rest.replace("outcome", "")}`);
});

test.each([[], ["--write"]])(
  "decide refuses what generate refuses, and says the same of it %s",
  async (...yes) => {
    const acme = withDrafts();
    const before = acme.read(PAYMENTS);
    const ran = await codegen(acme, "decide", "--set", "outcome=unknown", ...yes);
    expect(ran.status).toBe(1);
    expect(ran.stderr).toContain("the catalog would have these errors; nothing was written");
    expect(acme.read(PAYMENTS)).toBe(before);
    acme.write(PAYMENTS, before.replaceAll("outcome: rejected", "outcome: unknown"));
    const { stderr } = await codegen(acme, "generate");
    const said = /outcome unknown requires retry after-reconcile, not after-(?:fix|delay): .*/g;
    expect(new Set(ran.stderr.match(said))).toEqual(new Set(stderr.match(said)));
  },
);

test("decide refuses what a custom rule refuses", async () => {
  const acme = withDrafts();
  acme.edit("catalog.yaml", "runtime: true\n", "runtime: true\nrules: [rule.js]\n");
  acme.write(
    "rule.js",
    `export const rule = {
      name: "cards",
      check({ entries }, report, places) {
        for (const [index, { category, retry }] of entries.entries())
          if (category === "card" && retry === "never")
            report(places.entryAt(index, ["retry"]), "a card may be replaced");
      },
    };\n`,
  );
  const before = acme.read(PAYMENTS);
  const decide = ["decide", "--set", "retry=never", "--write"];
  expect(await codegen(acme, ...decide)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("a card may be replaced"),
  });
  expect(acme.read(PAYMENTS)).toBe(before);
  expect(await codegen(acme, ...decide, "--no-custom")).toMatchObject({ status: 0 });
});

test("decide writes into a catalog with other errors, which it does not repeat", async () => {
  const acme = withDrafts();
  acme.edit(
    PAYMENTS,
    "outcome: unknown\n    retry: after-reconcile",
    "outcome: unknown\n    retry: never",
  );
  expect(await codegen(acme, "decide", "--set", "retry=never", "--write")).toMatchObject({
    status: 0,
    stderr: "",
  });
});

test("decide takes an option that is typed again as more of it", async () => {
  const acme = withDrafts();
  const where = ["--where", "name=CARD_*", "--where", "category=traffic"];
  const { stdout, stderr } = await codegen(acme, "decide", ...where, "--set", "outcome=unknown");
  expect(stdout).toContain("0 drafts of 2 decided");
  expect(stderr).toBe("No entry fits --where.\n");
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
  await codegen(acme, "decide", "--set", "outcome=rejected", "--write");
  const decided = acme.read(PAYMENTS);
  expect(await codegen(acme, "decide", "--set", "outcome=unknown", "--write")).toMatchObject({
    status: 1,
    stdout: "0 drafts of 2 decided, 0 of them completely.\n",
    stderr:
      "5 entries fit, but none has outcome under draft: what was decided is changed in its file.\n",
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
  expect(await codegen(acme, "decide", ...options, "--write")).toMatchObject({
    status: 2,
    stderr: expect.stringContaining(message),
  });
  expect(acme.read(PAYMENTS)).toBe(before);
});
