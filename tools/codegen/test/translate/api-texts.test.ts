import { expect, test } from "vitest";
import { copyAcme, type Workspace } from "../acme.js";
import { codegen } from "../run.js";
import { PAYMENTS } from "../test-faults.js";

type TextFile = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The second catalog with English as its source locale, which has no texts yet. */
function copyEnglishAcme(): Workspace {
  const acme = copyAcme();
  acme.edit("catalog.yaml", "sourceLocale: de", "sourceLocale: en");
  return acme;
}

function textsIn(acme: Workspace, tag: string): TextFile {
  return JSON.parse(acme.read(`locales/${tag}.json`)) as TextFile;
}

test("locale add of the source locale begins every text in the API's own words", async () => {
  const acme = copyEnglishAcme();
  acme.edit(
    PAYMENTS,
    'message: Slow down.\n    description: ""',
    "message: Slow down.\n    description: One request a second.",
  );
  acme.edit("evidence/errors.md", "Slow down.", "Slow down. One request a second.");
  acme.edit(PAYMENTS, 'wrong\n    description: ""', "wrong\n    description: Try again.");
  acme.edit("evidence/errors.md", "Something went wrong ", "Something went wrong | Try again.");
  const { status, stdout } = await codegen(acme, "locale", "add", "en");
  expect(status).toBe(0);
  expect(stdout).toContain("locales/en.json: 10 texts begun in the API's own words");
  const { API_ERROR, CARD_REFUSED, RATE_LIMITED, UNRECOGNIZED } = textsIn(acme, "en");
  expect(RATE_LIMITED).toMatchObject({
    title: "Rate limited",
    message: "Slow down.",
    description: "One request a second.",
    status: "machine",
  });
  expect(CARD_REFUSED).toMatchObject({
    message: "Your card was declined: `{reason}`. Try {days} days later",
    description: "Wait a while, then try again.",
  });
  expect(API_ERROR).toMatchObject({
    message: "Something went wrong; the request may have been executed.",
    description: "Do not send it again yet. First check whether it was carried out.",
  });
  expect(UNRECOGNIZED).toMatchObject({ title: "Unrecognized error", status: "machine" });
  const linted = await codegen(acme, "lint");
  expect(linted.status).toBe(0);
  expect(linted.stdout).toMatch(/ en +█{20} 100% +10 texts: 10 machine;/);
});

test("locale add of the source locale leaves texts that somebody has written", async () => {
  const acme = copyAcme();
  const before = textsIn(acme, "de");
  acme.write("locales/de.json", JSON.stringify({ ...before, CARD_EXPIRED: undefined }));
  const { status } = await codegen(acme, "locale", "add", "de");
  expect(status).toBe(0);
  const { CARD_EXPIRED, ...others } = textsIn(acme, "de");
  expect(CARD_EXPIRED).toMatchObject({
    title: "Card expired",
    message: "Your card has expired",
    description: "Your card has expired",
    status: "machine",
  });
  expect(others).toEqual({ ...before, CARD_EXPIRED: undefined });
  expect(await codegen(acme, "locale", "add", "de")).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("already has every text"),
  });
});

test("a message of the API that is too wide for a notification is begun too, and marked", async () => {
  const acme = copyEnglishAcme();
  acme.edit(PAYMENTS, "message: Slow down.", `message: Slow down${", please".repeat(20)}.`);
  expect(await codegen(acme, "locale", "add", "en")).toMatchObject({ status: 0 });
  const marked = Object.entries(textsIn(acme, "en")).filter(([, { allow }]) => allow !== undefined);
  expect(marked.map(([name, { allow }]) => [name, allow])).toEqual([
    ["RATE_LIMITED", ["overlong"]],
  ]);
});

test("spacing of the API that its language does not have is kept, and marked", async () => {
  const acme = copyAcme();
  acme.edit("catalog.yaml", "sourceLocale: de", "sourceLocale: zh-Hans");
  for (const path of [PAYMENTS, "evidence/errors.md"])
    acme.edit(path, "Slow down.", "请求过多(每秒一次)");
  expect(await codegen(acme, "locale", "add", "zh-Hans")).toMatchObject({ status: 0, stderr: "" });
  const { CARD_EXPIRED, RATE_LIMITED } = textsIn(acme, "zh-Hans");
  expect(RATE_LIMITED).toMatchObject({ message: "请求过多(每秒一次)", allow: ["spacing"] });
  expect(CARD_EXPIRED).not.toHaveProperty("allow");
});

test("locale add names the general failures for which no API has words", async () => {
  const acme = copyAcme();
  const { outcomes: _, NO_RESPONSE: __, ...texts } = textsIn(acme, "de");
  acme.write("locales/de.json", JSON.stringify(texts));
  expect(await codegen(acme, "locale", "add", "de")).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(
      /the API has no words for what .*de\.json lacks: outcomes, NO_RESPONSE; write them through codegen locale export de/,
    ),
  });
});

test("a text of the API that breaks a rule is reported where the API's text stands", async () => {
  const acme = copyEnglishAcme();
  acme.edit(PAYMENTS, "message: Something went wrong", 'message: "Call $t(support)"');
  const { status, stdout, stderr } = await codegen(acme, "locale", "add", "en");
  expect(status).toBe(1);
  expect(stdout).toContain(
    "9 texts begun in the API's own words; rejected, and left to you: API_ERROR",
  );
  expect(stderr).toContain(
    'catalog/payments.yaml:53:14 error the message of API_ERROR contains "$t("',
  );
  expect(textsIn(acme, "en")).not.toHaveProperty("API_ERROR");
});

test("each text of the API that breaks a rule is reported at the field that it is made from", async () => {
  const acme = copyEnglishAcme();
  acme.edit(
    PAYMENTS,
    'message: Slow down.\n    description: ""',
    'message: Slow down.\n    description: "See $t(limits)"',
  );
  acme.edit("evidence/errors.md", "Slow down.", "Slow down. See $t(limits)");
  const { stderr } = await codegen(acme, "locale", "add", "en");
  expect(stderr).toMatch(
    /error the description of RATE_LIMITED contains "\$t\(".*\n.*\n> .*description: "See/,
  );
});

test("locale add renews the hash of a text that says the same of an error judged otherwise", async () => {
  const acme = copyAcme();
  const { CARD_EXPIRED: _, ...texts } = textsIn(acme, "de");
  acme.write("locales/de.json", JSON.stringify(texts));
  await codegen(acme, "locale", "add", "de");
  acme.edit(PAYMENTS, "retry: after-fix", "retry: never");
  const before = await codegen(acme, "lint");
  expect(before.stderr).toContain(
    "help: codegen locale add de renews those that are still the API's own words; review",
  );
  expect((await codegen(acme, "locale", "add", "de")).stdout).toContain("1 text begun");
  expect((await codegen(acme, "lint")).stderr).not.toContain("in de is stale");
});

test("locale add makes a text again whose error was judged otherwise, unless somebody has changed it", async () => {
  const acme = copyEnglishAcme();
  const asDraft = (name: string) => {
    const text = acme.read(PAYMENTS);
    const [start = "", rest = ""] = text.split(`name: ${name}\n`);
    acme.write(
      PAYMENTS,
      `${start}name: ${name}\n${rest.replace(/outcome: .*\n {4}retry: .*/, "outcome: unknown\n    retry: after-reconcile")}`,
    );
  };
  const decided = acme.read(PAYMENTS);
  for (const name of ["CARD_EXPIRED", "RATE_LIMITED", "CURRENCY_UNSUPPORTED"]) asDraft(name);
  await codegen(acme, "locale", "add", "en");
  acme.edit("locales/en.json", '"message": "Slow down; ', '"message": "Wait a moment; ');
  const { CURRENCY_UNSUPPORTED } = textsIn(acme, "en");
  const read = { ...CURRENCY_UNSUPPORTED, status: "reviewed" };
  acme.write(
    "locales/en.json",
    JSON.stringify({ ...textsIn(acme, "en"), CURRENCY_UNSUPPORTED: read }),
  );
  acme.write(PAYMENTS, decided);
  expect((await codegen(acme, "locale", "add", "en")).stdout).toContain("1 text begun");
  const { CARD_EXPIRED, RATE_LIMITED, ...others } = textsIn(acme, "en");
  expect(CARD_EXPIRED).toMatchObject({
    message: "Your card has expired",
    description: "Correct the request, then try again.",
  });
  expect(RATE_LIMITED).toMatchObject({
    message: "Wait a moment; the request may have been executed.",
  });
  expect(others.CURRENCY_UNSUPPORTED).toEqual(read);
});
