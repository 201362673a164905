import fs, {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { copyAcme } from "../acme.js";
import { codegenMeanwhile } from "../paused-run.js";
import { codegen, codegenAt } from "../run.js";
import { translate } from "./translate.js";

test("locale import refuses to replace a locale that an editor saves meanwhile, and keeps its permissions", async () => {
  const acme = copyAcme();
  const file = await translate(acme, "texts.json", "RATE_LIMITED", "Zu oft.");
  let saved = "";
  const { status, output } = await codegenMeanwhile(acme, ["locale", "import", file], () => {
    acme.edit("locales/de.json", "Zu viele Anfragen.", "Von Hand.");
    saved = acme.read("locales/de.json");
  });
  expect(output).toContain(
    "spec/locales/de.json was changed while this command ran, and is left as it is; nothing was written. Run the command again.",
  );
  expect(status).toBe(1);
  expect(acme.read("locales/de.json")).toBe(saved);
  const german = join(acme.catalog, "locales/de.json");
  chmodSync(german, 0o640);
  expect(await codegen(acme, "locale", "import", file)).toMatchObject({ status: 0 });
  expect(acme.read("locales/de.json")).toContain("Zu oft.");
  expect((statSync(german).mode & 0o777).toString(8)).toBe("640");
});

test("locale add refuses a locale that is created meanwhile", async () => {
  const acme = copyAcme();
  const create = () => acme.write("locales/fr.json", "{}");
  expect(await codegenMeanwhile(acme, ["locale", "add", "fr"], create)).toMatchObject({
    status: 1,
    output: expect.stringContaining("spec/locales/fr.json was created while this command ran"),
  });
  expect(acme.read("locales/fr.json")).toBe("{}");
});

test("a new file replaces none that is created at the last moment, and needs no links", async () => {
  const addWith = async (link: typeof linkSync) => {
    const acme = copyAcme();
    const spy = vi.spyOn(fs, "linkSync").mockImplementation(link);
    syncBuiltinESMExports();
    const { status, output } = await codegen(acme, "locale", "add", "fr");
    spy.mockRestore();
    syncBuiltinESMExports();
    return { status, output, text: acme.read("locales/fr.json") };
  };
  const { linkSync } = fs;
  const late = (part: fs.PathLike, target: fs.PathLike) => {
    writeFileSync(target, "mine");
    linkSync(part, target);
  };
  expect(await addWith(late)).toEqual({
    status: 1,
    output: expect.stringContaining("spec/locales/fr.json was created while this command ran"),
    text: "mine",
  });
  const refused = () => {
    throw Object.assign(new Error("no links here"), { code: "EPERM", syscall: "link" });
  };
  expect(await addWith(refused)).toMatchObject({ status: 0, text: expect.stringContaining("{") });
});

test("locale export replaces its own export, and refuses to replace a translator's work or any other file", async () => {
  const acme = copyAcme();
  const file = join(acme.root, "acme-errors.de.xlf");
  const exported = (...more: string[]) =>
    codegenAt(acme.root, "locale", "export", "de", "--catalog", "spec", ...more);
  expect(await exported()).toMatchObject({ status: 0 });
  acme.edit("locales/de.json", "Zu viele Anfragen.", "Viel zu viele Anfragen.");
  expect(await exported()).toMatchObject({ status: 0 });
  expect(readFileSync(file, "utf8")).toContain("Viel zu viele Anfragen.");

  const edited = readFileSync(file, "utf8").replace("Viel zu viele Anfragen.", "Zu oft.");
  writeFileSync(file, edited);
  const refused = await exported();
  expect(refused).toMatchObject({ status: 1 });
  expect(refused.stderr).toContain(
    "acme-errors.de.xlf has work that the catalog does not have, or is not an export; nothing was written. Import it first (codegen locale import acme-errors.de.xlf), choose another file with --out, or replace it with --force.",
  );
  expect(readFileSync(file, "utf8")).toBe(edited);
  expect(await codegen(acme, "locale", "import", file)).toMatchObject({ status: 0 });
  expect(await exported()).toMatchObject({ status: 0 });

  writeFileSync(file, "mine");
  expect(await exported()).toMatchObject({ status: 1 });
  expect(await exported("--force")).toMatchObject({ status: 0 });

  const manifest = acme.read("catalog.yaml");
  expect(await exported("--out", "spec/catalog.yaml", "--force")).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("is in the catalog's folder, whose files are edited by hand"),
  });
  expect(acme.read("catalog.yaml")).toBe(manifest);
});

test.each([
  ["leaves out", "needs-translation", "Opnieuw."],
  ["rejects", "translated", "Opnieuw {nothing}."],
  ["cannot read", "translated", "Opnieuw <it/>."],
])("locale export keeps a file with texts that import %s", async (_, state, text) => {
  const acme = copyAcme();
  await codegen(acme, "locale", "add", "nl");
  const file = join(acme.root, "nl.xlf");
  const exported = () => codegen(acme, "locale", "export", "nl", "--out", file);
  await exported();
  const target = /(id="API_ERROR\w*" [\s\S]*?<target state=")new">[^<]*/g;
  const edited = readFileSync(file, "utf8").replaceAll(target, `$1${state}">${text}`);
  writeFileSync(file, edited);
  expect(await exported()).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("nl.xlf has work that the catalog does not have"),
  });
  expect(readFileSync(file, "utf8")).toBe(edited);
});

test("diff --changeset leaves a changeset alone that somebody wrote or edited", async () => {
  const acme = copyAcme();
  const file = join(acme.root, ".changeset/catalog.md");
  mkdirSync(join(acme.root, ".changeset"));
  await codegen(acme, "record");
  const mine = '---\n"@acme/errors": major\n---\n\nMine.\n';
  writeFileSync(file, mine);
  const refused = expect.stringContaining(
    ".changeset/catalog.md was written or edited by hand, and is left as it is",
  );
  // Nothing changed, and then something did.
  expect(await codegen(acme, "diff", "--changeset")).toMatchObject({ status: 1, stderr: refused });
  acme.edit("locales/de.json", "Zu viele Anfragen.", "Viel zu viele.");
  expect(await codegen(acme, "diff", "--changeset")).toMatchObject({ status: 1, stderr: refused });
  expect(readFileSync(file, "utf8")).toBe(mine);

  writeFileSync(join(acme.root, ".changeset/mine.md"), mine);
  rmSync(file);
  expect(await codegen(acme, "diff", "--changeset")).toMatchObject({ status: 0 });
  expect(await codegen(acme, "diff", "--changeset")).toMatchObject({ status: 0 });
  const edited = readFileSync(file, "utf8").replace("patch", "major");
  writeFileSync(file, edited);
  expect(await codegen(acme, "diff", "--changeset")).toMatchObject({ status: 1, stderr: refused });
  expect(readFileSync(file, "utf8")).toBe(edited);
});

test("diff --changeset looks for .changeset only inside the project", async () => {
  const acme = copyAcme();
  mkdirSync(join(acme.root, ".changeset"));
  mkdirSync(join(acme.root, "project/.git"), { recursive: true });
  renameSync(acme.catalog, join(acme.root, "project/spec"));
  const catalog = join(acme.root, "project/spec");
  await codegen({ catalog }, "record");
  expect(await codegen({ catalog }, "diff", "--changeset")).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("there is no .changeset folder at or above"),
  });
  expect(readdirSync(join(acme.root, ".changeset"))).toEqual([]);
});

test("record refuses to replace a record that another run writes meanwhile", async () => {
  const acme = copyAcme();
  const create = () => acme.write("released.json", "{}");
  expect(await codegenMeanwhile(acme, ["record"], create)).toMatchObject({ status: 1 });
  expect(acme.read("released.json")).toBe("{}");
});

test("init refuses a file that is created meanwhile, and writes nothing", async () => {
  const acme = copyAcme();
  const workspace = { ...acme, catalog: "errors" };
  const { status } = await codegenMeanwhile(workspace, ["init", "--id", "shop-errors"], () => {
    mkdirSync(join(acme.root, "errors/locales"), { recursive: true });
    writeFileSync(join(acme.root, "errors/locales/en.json"), "mine");
  });
  expect(status).toBe(1);
  expect(readFileSync(join(acme.root, "errors/locales/en.json"), "utf8")).toBe("mine");
  expect(existsSync(join(acme.root, "errors/catalog.yaml"))).toBe(false);
});

test("locale export keeps a file of another catalog, even with the same texts", async () => {
  const acme = copyAcme();
  const file = join(acme.root, "de.xlf");
  const exported = () => codegen(acme, "locale", "export", "de", "--out", file);
  await exported();
  const other = readFileSync(file, "utf8").replaceAll("acme-errors", "other-errors");
  writeFileSync(file, other);
  expect(await exported()).toMatchObject({ status: 1 });
  expect(readFileSync(file, "utf8")).toBe(other);
});
