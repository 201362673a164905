import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, type TestContext, test } from "vitest";
import { canRun, requireTool } from "./installed-tool.js";

const require = createRequire(import.meta.url);
const codegenFile = join(
  dirname(require.resolve("@hashkey-errors/codegen/package.json")),
  "bin/codegen.js",
);
const schemas = dirname(require.resolve("@hashkey-errors/schemas/package.json"));

/** The Python that has translate-toolkit, which Weblate, Virtaal and Pootle read files with. */
const python = ["python3", "/usr/bin/python3"].find((command) =>
  canRun(command, "-c", "import translate.storage.xliff"),
);
const needToolkit = (context: TestContext) =>
  requireTool(
    python !== undefined,
    "translate-toolkit (apt-get install translate-toolkit)",
    context,
  );

/** A copy of the catalog with Vietnamese, of which nothing is translated. */
function translatorsCatalog() {
  const folder = mkdtempSync(join(tmpdir(), "translators-tools-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(schemas, join(folder, "schemas"), {
    recursive: true,
    filter: (path) => !path.includes("node_modules"),
  });
  const codegen = (...args: readonly string[]) => {
    const ran = spawnSync(process.execPath, [codegenFile, "locale", ...args], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1" },
    });
    return { status: ran.status, output: ran.stdout + ran.stderr };
  };
  expect(codegen("add", "vi").status).toBe(0);
  return {
    folder,
    codegen,
    /** Exports a locale; returns the path of its XLIFF. */
    exported(tag: string): string {
      expect(codegen("export", tag, "--out", `${tag}.xlf`).status).toBe(0);
      return join(folder, `${tag}.xlf`);
    },
    localeOf: (tag: string) =>
      JSON.parse(readFileSync(join(folder, `schemas/locales/${tag}.json`), "utf8")),
  };
}

/** The translator's texts, by their ids. */
const VIETNAMESE: Readonly<Record<string, string>> = {
  ORDER_NOT_FOUND_title: "Không tìm thấy lệnh",
  ORDER_NOT_FOUND: "Không tìm thấy lệnh.",
  ORDER_NOT_FOUND_description: "Hãy kiểm tra mã lệnh & thử lại.",
  UNRECOGNIZED_title: "Lỗi không xác định",
  UNRECOGNIZED: "Sàn trả về lỗi {code} không xác định; chưa rõ kết quả.",
  UNRECOGNIZED_description: "Chưa gửi lại yêu cầu. Hãy kiểm tra lệnh và số dư trước.",
};

/** Sets targets as a tool does when somebody types a translation, and saves the file. */
const FILL_IN = `
import json, sys
from translate.storage import factory
store = factory.getobject(sys.argv[1])
texts = json.loads(sys.argv[2])
for unit in store.units:
    id = unit.getid().split("\\x04")[-1]
    if id in texts:
        unit.target = texts[id]
        unit.markfuzzy(False)
store.save()
`;
/** Prints what a tool shows of each text. */
const SHOW = `
import json, sys
from translate.storage import factory
units = factory.getobject(sys.argv[1]).units
print(json.dumps([{ "id": u.getid().split("\\x04")[-1], "source": str(u.source), "target": str(u.target), "notes": u.getnotes("developer") } for u in units]))
`;

const runPython = (code: string, ...args: readonly string[]) =>
  execFileSync(python ?? "python3", ["-c", code, ...args], { encoding: "utf8" });

test("translate-toolkit shows each text with its placeholders and notes, and finds no fault", (context) => {
  needToolkit(context);
  const { folder, exported } = translatorsCatalog();
  const file = exported("ja");
  const units = JSON.parse(runPython(SHOW, file)) as Record<string, string>[];
  const shown = new Map(units.map((unit) => [unit.id, unit]));
  expect(shown.get("UNRECOGNIZED")).toMatchObject({
    source: expect.stringContaining("{code}"),
    target: expect.stringContaining("{code}"),
  });
  expect(units.filter(({ notes }) => notes === "").map(({ id }) => id)).toEqual([]);
  expect(shown.get("REQUIRED_FIELD_INVALID_description")?.notes).toContain("{field}: ");

  const checked = (name: string, input: string) => {
    const output = join(folder, name);
    execFileSync("pofilter", ["--progress=none", "-t", "pythonbraceformat", input, output], {
      stdio: "ignore",
    });
    // Without a fault, the tool writes no file.
    return existsSync(output) ? readFileSync(output, "utf8") : "";
  };
  expect(checked("right.xlf", file)).not.toContain('from="pofilter"');
  // A planted fault is found: the tool reads the placeholders.
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace(/(<target[^>]*>[^<]*)\{code\}/, "$1"));
  expect(checked("wrong.xlf", file)).toContain("Named placeholders absent in translation: {code}");
});

test("xliff2po keeps placeholders and notes", (context) => {
  needToolkit(context);
  const { folder, exported } = translatorsCatalog();
  const output = join(folder, "ja.po");
  execFileSync("xliff2po", ["--progress=none", exported("ja"), output], { stdio: "ignore" });
  const po = readFileSync(output, "utf8");
  expect(po).toContain("#. {field}: ");
  expect(po).toMatch(/msgid "The required field \{field\}/);
});

test("texts that are translated and saved with translate-toolkit are imported whole", (context) => {
  needToolkit(context);
  const { codegen, exported, localeOf } = translatorsCatalog();
  const file = exported("vi");
  runPython(FILL_IN, file, JSON.stringify(VIETNAMESE));
  const { status, output } = codegen("import", file);
  expect({ status, output }).toMatchObject({ status: 0 });
  expect(output).toContain("2 of 2 texts changed (UNRECOGNIZED, ORDER_NOT_FOUND)");
  // The tool approves all that it saves.
  expect(output).toContain("--trust-approved");
  const { ORDER_NOT_FOUND, UNRECOGNIZED } = localeOf("vi");
  expect(UNRECOGNIZED).toMatchObject({
    title: VIETNAMESE.UNRECOGNIZED_title,
    message: VIETNAMESE.UNRECOGNIZED,
    description: VIETNAMESE.UNRECOGNIZED_description,
    status: "translated",
  });
  expect(ORDER_NOT_FOUND.description).toBe(VIETNAMESE.ORDER_NOT_FOUND_description);
  expect(codegen("import", file).output).toContain("0 of 2 texts changed");
});

test("a translation that is corrected with translate-toolkit replaces the one that was there", (context) => {
  needToolkit(context);
  const { codegen, exported, localeOf } = translatorsCatalog();
  const file = exported("ja");
  const before = localeOf("ja");
  const corrected = "取引所から不明なエラー（{code}）が返されました。結果は不明です。";
  runPython(FILL_IN, file, JSON.stringify({ UNRECOGNIZED: corrected }));
  expect(codegen("import", file)).toMatchObject({
    status: 0,
    output: expect.stringMatching(/: 1 of \d+ texts changed \(UNRECOGNIZED\)/),
  });
  const { UNRECOGNIZED, ...others } = localeOf("ja");
  expect(UNRECOGNIZED).toMatchObject({ ...before.UNRECOGNIZED, message: corrected });
  expect({ ...others, UNRECOGNIZED: before.UNRECOGNIZED }).toEqual(before);
});

test("a file that translate-toolkit opens and saves changes nothing", (context) => {
  needToolkit(context);
  const { codegen, exported, localeOf } = translatorsCatalog();
  const before = localeOf("ja");
  const file = exported("ja");
  runPython(FILL_IN, file, "{}");
  expect(codegen("import", file).output).toMatch(/: 0 of \d+ texts changed/);
  expect(localeOf("ja")).toEqual(before);
});

const PROJECT = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0"><source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir><glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file><dictionary_dir>__DEFAULT__</dictionary_dir><source_lang>en</source_lang><target_lang>vi</target_lang><source_tok>org.omegat.tokenizer.DefaultTokenizer</source_tok><target_tok>org.omegat.tokenizer.DefaultTokenizer</target_tok><sentence_seg>false</sentence_seg><support_default_translations>true</support_default_translations><remove_tags>false</remove_tags></project></omegat>
`;

/** The translations of an OmegaT project, as OmegaT saves them. */
function printMemory(pairs: readonly (readonly [source: string, target: string])[]): string {
  const escaped = (text: string) => text.replaceAll("&", "&amp;");
  const variant = (language: string, text: string) =>
    `<tuv lang="${language}"><seg>${escaped(text)}</seg></tuv>`;
  const units = pairs.map(
    ([source, target]) => `<tu>${variant("en", source)}${variant("vi", target)}</tu>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.1"><header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext" creationtoolversion="3.6" segtype="paragraph" srclang="en"/><body>
${units.join("")}</body></tmx>
`;
}

test("texts that are translated in an OmegaT project are imported whole", (context) => {
  requireTool(canRun("omegat", "--help"), "OmegaT (apt-get install omegat)", context);
  const { folder, codegen, exported, localeOf } = translatorsCatalog();
  const file = exported("vi");
  const project = join(folder, "project");
  for (const name of ["source", "target", "tm", "omegat", "glossary", "dictionary"])
    mkdirSync(join(project, name), { recursive: true });
  cpSync(file, join(project, "source/vi.xlf"));
  writeFileSync(join(project, "omegat.project"), PROJECT);
  const { ORDER_NOT_FOUND: source, UNRECOGNIZED: general } = localeOf("en");
  const fields = (name: string, { title, message, description }: Record<string, string>) =>
    [
      [title, VIETNAMESE[`${name}_title`]],
      [message, VIETNAMESE[name]],
      [description, VIETNAMESE[`${name}_description`]],
    ] as [string, string][];
  writeFileSync(
    join(project, "omegat/project_save.tmx"),
    printMemory([...fields("ORDER_NOT_FOUND", source), ...fields("UNRECOGNIZED", general)]),
  );
  execFileSync(
    "omegat",
    [
      project,
      "--mode=console-translate",
      `--config-dir=${join(folder, "config")}`,
      "--disable-project-locking",
      "--no-team",
    ],
    { stdio: "ignore" },
  );
  const { output } = codegen("import", join(project, "target/vi.xlf"));
  expect(output).toContain("UNRECOGNIZED, ");
  const { ORDER_NOT_FOUND, UNRECOGNIZED } = localeOf("vi");
  expect(UNRECOGNIZED).toMatchObject({ message: VIETNAMESE.UNRECOGNIZED, status: "translated" });
  expect(ORDER_NOT_FOUND).toMatchObject({
    title: VIETNAMESE.ORDER_NOT_FOUND_title,
    message: VIETNAMESE.ORDER_NOT_FOUND,
    description: VIETNAMESE.ORDER_NOT_FOUND_description,
  });
});
