import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { copyAcme, type Workspace } from "../test/acme.js";
import { codegen } from "../test/run.js";

/** Each would run as code if a file had it as it stands. */
const PAYLOADS = [
  "A extends B {} PLANTED(); class C",
  '"; PLANTED(); "',
  ["$", "{PLANTED()}"].join(""),
  "`; PLANTED(); `",
  "*/ PLANTED(); /*",
  "x\nPLANTED();\n",
  "x\u2028PLANTED();",
  '\\"; PLANTED(); //',
];

type Path = readonly (string | number)[];

/** The paths of every text and every name of a member in a document. */
function wordsIn(value: unknown, path: Path = []): { path: Path; at: "key" | "value" }[] {
  if (typeof value === "string") return [{ path, at: "value" }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const inside = [...path, Array.isArray(value) ? Number(key) : key];
    const isName = !Array.isArray(value) && path.length > 0;
    return [...(isName ? [{ path: inside, at: "key" as const }] : []), ...wordsIn(member, inside)];
  });
}

/** A copy of a document with another word at a path. */
function withWord(
  value: unknown,
  [key, ...rest]: Path,
  at: "key" | "value",
  word: string,
): unknown {
  if (key === undefined) return word;
  if (Array.isArray(value))
    return value.map((each, index) => (index === key ? withWord(each, rest, at, word) : each));
  return Object.fromEntries(
    Object.entries(value as object).map(([name, member]) => {
      if (name !== key) return [name, member];
      if (rest.length === 0 && at === "key") return [word, member];
      return [name, withWord(member, rest, at, word)];
    }),
  );
}

/** The generated TypeScript in which the planted name is code: not a text, not a comment. */
function plantedIn(acme: Workspace): string[] {
  const folders = [acme.catalog, join(acme.root, "out")];
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => join(folder, file)),
  );
  return files.filter((file) => {
    const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest);
    const isPlanted = (node: ts.Node): boolean =>
      (ts.isIdentifier(node) && node.text.includes("PLANTED")) ||
      (ts.forEachChild(node, isPlanted) ?? false);
    return isPlanted(source);
  });
}

test("no word of a manifest becomes code: it is refused, or generated as a text", async () => {
  const acme = copyAcme();
  const manifest = {
    ...(parse(acme.read("catalog.yaml")) as object),
    generateCommand: "npm run generate",
    venues: { here: "Here." },
  };
  const planted: unknown[] = [];
  let generated = 0;
  for (const { path, at } of wordsIn(manifest)) {
    for (const payload of PAYLOADS) {
      acme.write("catalog.yaml", stringify(withWord(manifest, path, at, payload)));
      const { status } = await codegen(acme, "generate");
      if (status !== 0) continue;
      generated += 1;
      const files = plantedIn(acme);
      if (files.length > 0) planted.push({ path, at, payload, files });
    }
  }
  expect(planted).toEqual([]);
  // Titles and descriptions are free texts: if all were refused, nothing would be proved.
  expect(generated).toBeGreaterThan(PAYLOADS.length);
});
