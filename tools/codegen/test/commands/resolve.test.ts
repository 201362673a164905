import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { copyAcme, type Workspace } from "../acme.js";
import { codegen, generate } from "../run.js";

const entry = (name: string, code: string) => `entries:
  - name: ${name}
    code: ${code}
    httpStatus: 402
    message: Refused ${code}
    description: ""
    category: card
    fault: client
    outcome: rejected
    retry: after-fix
    documented: false
    sources: [{ document: ${code}.txt, line: 1 }]
`;

/** A repository with a released catalog, in which two branches can edit it. */
async function repository() {
  const acme = copyAcme();
  const identity = ["-c", "user.name=A", "-c", "user.email=a@example.com"];
  const git = (...args: string[]) =>
    execFileSync("git", [...identity, ...args], { cwd: acme.root, encoding: "utf8" });
  const commit = () => {
    git("add", "--all");
    git("commit", "--quiet", "--message=A step");
  };
  git("init", "--quiet", "--initial-branch=main");
  mkdirSync(join(acme.root, ".changeset"));
  writeFileSync(join(acme.root, ".changeset/config.json"), "{}\n");
  writeFileSync(join(acme.root, "NOTES.md"), "Notes\n");
  // Git refuses to stage what it ignores.
  writeFileSync(join(acme.root, ".gitignore"), "/out/types/\n");
  await generate(acme);
  await codegen(acme, "record");
  commit();
  return {
    ...acme,
    git,
    commit,
    /** The files in conflict. */
    conflicts: () => git("diff", "--name-only", "--diff-filter=U").trim().split("\n"),
    /** Commits an edit on a branch from main, with all that follows from it. */
    async branch(name: string, edit: () => void | Promise<void>) {
      git("switch", "--quiet", "--create", name, "main");
      await edit();
      await generate(acme);
      await codegen(acme, "diff", "--changeset");
      commit();
    },
    /** Runs a command of Git that may end in conflicts, and returns its exit code. */
    combine: (...args: string[]) =>
      spawnSync("git", [...identity, ...args], { cwd: acme.root }).status,
  };
}

function addError({ write }: Workspace, name: string): void {
  const code = name.toLowerCase();
  write(`evidence/${code}.txt`, `${code} Refused ${code}\n`);
  write(`catalog/${code}.yaml`, entry(name, code));
}

test("resolve ends the conflicts of two branches that each add an error, and the merge has both", async () => {
  const acme = await repository();
  await acme.branch("one", () => addError(acme, "REFUND_REFUSED"));
  await acme.branch("two", () => addError(acme, "CHARGE_REFUSED"));
  expect(acme.combine("merge", "one")).not.toBe(0);
  const conflicts = acme.conflicts();
  expect(conflicts).toContain("spec/generated/catalog.json");
  expect(conflicts).toContain("out/validator/generated/entries.ts");
  expect(conflicts).toContain(".changeset/catalog.md");

  // As in a hook of a Git that an editor has started so.
  vi.stubEnv("GIT_LITERAL_PATHSPECS", "1");
  const { status, output } = await codegen(acme, "resolve");
  vi.unstubAllEnvs();
  expect({ status, output }).toMatchObject({ status: 0 });
  expect(output).toContain(`${conflicts.length} files resolved and staged`);
  expect(acme.git("diff", "--name-only")).toBe("");
  acme.git("commit", "--quiet", "--message=Merge");
  expect(await codegen(acme, "check")).toMatchObject({ status: 0 });
  expect(await codegen(acme, "diff", "--check")).toMatchObject({ status: 0 });
  const changeset = readFileSync(join(acme.root, ".changeset/catalog.md"), "utf8");
  expect(changeset).toContain("`REFUND_REFUSED`");
  expect(changeset).toContain("`CHARGE_REFUSED`");
  expect(await codegen(acme, "resolve")).toMatchObject({
    status: 0,
    stdout: "no file has a conflict\n",
  });
});

test.each(["one", "two"])(
  "resolve keeps the record of the newer release whole, where an older major was fixed, on %s",
  async (current) => {
    const acme = await repository();
    const release = (version: string, name: string) => async () => {
      addError(acme, name);
      acme.write("package.json", JSON.stringify({ name: "@acme/catalog", version }));
      await codegen(acme, "record");
    };
    await acme.branch("one", release("1.4.1", "REFUND_REFUSED"));
    await acme.branch("two", release("2.3.0", "CHARGE_REFUSED"));
    const newer = acme.read("released.json");
    acme.git("switch", "--quiet", current);
    acme.combine("merge", current === "one" ? "two" : "one");
    expect(acme.conflicts()).toContain("spec/released.json");
    expect(acme.conflicts()).toContain("spec/package.json");
    acme.write("package.json", JSON.stringify({ name: "@acme/catalog", version: "2.3.0" }));
    acme.git("add", "spec/package.json");
    acme.edit("catalog.yaml", "id: acme-errors", "id: 1");
    expect(await codegen(acme, "resolve")).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("Nothing was generated or staged."),
    });
    expect(acme.conflicts()).toContain("spec/released.json");
    acme.edit("catalog.yaml", "id: 1", "id: acme-errors");
    expect(await codegen(acme, "resolve")).toMatchObject({ status: 0 });
    expect(acme.read("released.json")).toBe(newer);
    expect(acme.git("diff", "--name-only")).toBe("");
    const { changes } = JSON.parse((await codegen(acme, "diff", "--format", "json")).stdout);
    expect(changes).toMatchObject([{ name: "REFUND_REFUSED", kind: "entry-added" }]);
  },
);

test("resolve leaves the records of one version to people", async () => {
  const acme = await repository();
  const release = (name: string) => async () => {
    addError(acme, name);
    acme.write("package.json", JSON.stringify({ name: "@acme/catalog", version: "1.4.1" }));
    await codegen(acme, "record");
  };
  await acme.branch("one", release("REFUND_REFUSED"));
  await acme.branch("two", release("CHARGE_REFUSED"));
  acme.combine("merge", "one");
  expect(await codegen(acme, "resolve")).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("released.json"),
  });
});

test("resolve names a conflict in the catalog, and changes nothing until it is fixed", async () => {
  const acme = await repository();
  const edit = (description: string) => () =>
    acme.edit("locales/de.json", "Zu viele Anfragen.", description);
  await acme.branch("one", edit("Viel zu viele."));
  await acme.branch("two", edit("Etwas zu viele."));
  expect(acme.combine("merge", "one")).not.toBe(0);
  const before = acme.git("status", "--porcelain");
  const conflicted = acme.read("locales/de.json");
  const { status, stderr } = await codegen(acme, "resolve");
  expect(status).toBe(1);
  expect(stderr).toContain("Edited by hand and in conflict:\n");
  expect(stderr).toContain(
    "spec/locales/de.json\nFix these first and stage them with git add, then run the command again.",
  );
  expect(stderr).not.toContain("generated");
  expect(acme.git("status", "--porcelain")).toBe(before);
  expect(acme.read("locales/de.json")).toBe(conflicted);

  // A person fixes it, and stages it.
  acme.write(
    "locales/de.json",
    conflicted.replace(/<<<<<<< .*\n([\s\S]*?)=======\n[\s\S]*?>>>>>>> .*\n/, "$1"),
  );
  acme.git("add", "spec/locales/de.json");
  expect(await codegen(acme, "resolve")).toMatchObject({ status: 0 });
  expect(acme.conflicts()).toEqual([""]);
  expect(await codegen(acme, "check")).toMatchObject({ status: 0 });
});

test("resolve names conflicts in files that are not the catalog's and not generated, and leaves them", async () => {
  const acme = await repository();
  const notes = join(acme.root, "NOTES.md");
  const changeset = join(acme.root, ".changeset/catalog.md");
  await acme.branch("one", () => {
    addError(acme, "REFUND_REFUSED");
    writeFileSync(notes, "One\n");
  });
  await acme.branch("two", () => {
    addError(acme, "CHARGE_REFUSED");
    writeFileSync(notes, "Two\n");
  });
  // Somebody has written the changeset of this branch in words of their own.
  writeFileSync(changeset, readFileSync(changeset, "utf8").replace("has changed", "is better"));
  acme.commit();
  acme.combine("merge", "one");
  const conflicted = readFileSync(notes, "utf8");
  const { status, stderr } = await codegen(acme, "resolve");
  expect(status).toBe(1);
  expect(stderr).toContain("NOTES.md\n");
  expect(acme.conflicts()).toEqual([".changeset/catalog.md", "NOTES.md"]);
  expect(readFileSync(notes, "utf8")).toBe(conflicted);
  expect(readFileSync(changeset, "utf8")).toContain("<<<<<<<");
  expect(await codegen(acme, "check")).toMatchObject({ status: 0 });

  // The same if the other branch has those words.
  acme.git("merge", "--abort");
  acme.git("switch", "--quiet", "one");
  acme.combine("merge", "two");
  await codegen(acme, "resolve");
  expect(acme.conflicts()).toEqual([".changeset/catalog.md", "NOTES.md"]);
});

test("resolve removes a generated file that one branch changed and the other made superfluous", async () => {
  const acme = await repository();
  await acme.branch("one", () =>
    acme.edit("locales/pt-BR.json", "O cartão expirou.", "O cartão já expirou."),
  );
  await acme.branch("two", () => {
    acme.git("rm", "--quiet", "spec/locales/pt-BR.json");
    acme.edit("catalog.yaml", "localeAliases:\n  pt: pt-BR\n", "");
  });
  for (const [branch, ...command] of [
    ["two", "merge", "one"],
    ["one", "merge", "two"],
    ["two", "cherry-pick", "one"],
    ["one", "rebase", "two"],
  ] as const) {
    acme.git("switch", "--quiet", branch);
    acme.combine(...command);
    acme.git("rm", "--quiet", "spec/locales/pt-BR.json");
    expect(acme.conflicts()).toContain("out/messages/generated/bundles/pt-BR.ts");
    expect(await codegen(acme, "resolve")).toMatchObject({ status: 0, stderr: "" });
    expect(acme.git("ls-files", "out/messages/generated/bundles")).not.toContain("pt-BR");
    expect(await codegen(acme, "check")).toMatchObject({ status: 0 });
    acme.git("reset", "--quiet", "--hard");
  }
});

test("resolve says that there is no repository, or no Git", async () => {
  const acme = copyAcme();
  const { status, stderr } = await codegen(acme, "resolve");
  expect(status).toBe(1);
  expect(stderr).toMatch(/Git cannot list the conflicts: .*not a git repository/);

  vi.stubEnv("PATH", "");
  expect((await codegen(acme, "resolve")).stderr).toContain(
    "Git cannot list the conflicts: git is not installed, or is not in PATH.",
  );
  vi.unstubAllEnvs();
});
