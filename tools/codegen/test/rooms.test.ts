import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const codegen = fileURLToPath(new URL("..", import.meta.url));

/**
 * From the top down, the rooms that each room may import: the last column of the architecture's
 * table.
 */
type RoomTable = ReadonlyMap<string, readonly string[]>;

function readTable(markdown: string): RoomTable {
  const rows = markdown.matchAll(/^\| `(\w+)` +\|.*\|([^|]*)\|$/gm);
  return new Map(
    [...rows].map(([, room = "", imports = ""]) => [
      room,
      [...imports.matchAll(/`(\w+)`/g)].map(([, name = ""]) => name),
    ]),
  );
}

/** The table below a heading. */
function readTableOf(heading: string): RoomTable {
  const sections = readFileSync(join(codegen, "ARCHITECTURE.md"), "utf8").split(/^#+ /m);
  return readTable(sections.find((section) => section.startsWith(`${heading}\n`)) ?? "");
}

/** The text of each file in a room, by its path in the folder of the rooms. */
function readRooms(folder: string): Map<string, string> {
  const files = readdirSync(join(codegen, folder), { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.includes("/") && /\.tsx?$/.test(path));
  return new Map(files.map((file) => [file, readFileSync(join(codegen, folder, file), "utf8")]));
}

/**
 * Imports of values and types, of modules that are loaded later, and of folders whose files are
 * discovered.
 */
const IMPORT = /(?:\bfrom|\bimport\(?|new URL\()\s*"(\.[^"]+)"/g;

/** An import of another room, or of a file beside the rooms. */
interface Import {
  readonly file: string;
  readonly target: string;
}

function readImports(files: ReadonlyMap<string, string>): readonly Import[] {
  return [...files].flatMap(([file, text]) =>
    [...text.matchAll(IMPORT)]
      .map(([, target = ""]) => ({ file, target: posix.join(dirname(file), target) }))
      .filter(({ target }) => roomOf(target) !== roomOf(file)),
  );
}

/** The imports that the table does not allow. */
function findForbidden(imports: readonly Import[], table: RoomTable): string[] {
  return imports
    .filter(({ target }) => table.has(roomOf(target)) || /^\w+\.js$/.test(target))
    .filter(({ file, target }) => !table.get(roomOf(file))?.includes(roomOf(target)))
    .map(({ file, target }) => `${file} imports ${target}`);
}

function roomOf(path: string): string {
  return path.split("/")[0] ?? "";
}

/** The imports that the table allows, and that lead up or to no room. */
function findUpward(table: RoomTable): string[] {
  const rooms = [...table.keys()];
  return [...table].flatMap(([room, imports]) =>
    imports
      .filter((other) => rooms.indexOf(other) <= rooms.indexOf(room))
      .map((other) => `${room} -> ${other}`),
  );
}

const TABLES = [
  { folder: "src", heading: "The rooms" },
  { folder: "src/import/formats", heading: "The rooms of `import/formats`" },
].map(({ folder, heading }) => {
  const files = readRooms(folder);
  return { folder, table: readTableOf(heading), files, imports: readImports(files) };
});

test.each(TABLES)("rooms of $folder import downwards, as ARCHITECTURE.md says", (rooms) => {
  expect(findForbidden(rooms.imports, rooms.table)).toEqual([]);
  expect(findUpward(rooms.table)).toEqual([]);
});

test.each(TABLES)(
  "ARCHITECTURE.md lists every room of $folder, and no import that no file needs",
  ({ table, files, imports }) => {
    const rooms = new Set([...files.keys()].map(roomOf));
    expect([...table.keys()].sort()).toEqual([...rooms].sort());
    const unused = [...table].flatMap(([room, others]) =>
      others.filter((other) => {
        const without = new Map(table).set(
          room,
          others.filter((name) => name !== other),
        );
        return findForbidden(imports, without).length === 0;
      }),
    );
    expect(unused).toEqual([]);
  },
);

test("the folders of tests are those of src/, and one for the bodies of other APIs", () => {
  const foldersIn = (folder: string) =>
    readdirSync(join(codegen, folder), { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile() && /\.tsx?$/.test(file.name))
      .map((file) => relative(join(codegen, folder), file.parentPath).replaceAll("\\", "/"));
  const src = new Set(foldersIn("src"));
  const others = new Set(foldersIn("test").filter((folder) => !src.has(folder)));
  expect([...others]).toEqual(["bodies"]);
});

test("an import that leads up is found, of a type and of a discovered folder too", () => {
  const planted = new Map([
    ["std/a.ts", 'import type { Catalog } from "../catalog/catalog.js";'],
    ["catalog/a.ts", 'discover(new URL("../check/rules/", import.meta.url))'],
    ["catalog/b.ts", 'const { load } = await import("../load/load.js");'],
    ["catalog/c.ts", 'import { main } from "../cli.js";'],
    ["catalog/d.ts", 'import { getOwn } from "../std/get-own.js";'],
  ]);
  expect(findForbidden(readImports(planted), readTableOf("The rooms"))).toEqual([
    "std/a.ts imports catalog/catalog.js",
    "catalog/a.ts imports check/rules/",
    "catalog/b.ts imports load/load.js",
    "catalog/c.ts imports cli.js",
  ]);
});

test("a circle of rooms is found, even if the table allows it", () => {
  const circle = readTable("| `load` | reads | `source` |\n| `source` | parses | `load`, `std` |");
  expect(findUpward(circle)).toEqual(["source -> load", "source -> std"]);
});
