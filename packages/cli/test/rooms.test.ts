import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const folder = fileURLToPath(new URL("..", import.meta.url));

/** The rooms that each room imports, the upper ones first. */
type Rooms = ReadonlyMap<string, readonly string[]>;

function readTable(markdown: string): Rooms {
  const rows = markdown.matchAll(/^\| `([\w/]+)` \|.*\|([^|]*)\|$/gm);
  return new Map(
    Array.from(rows, ([, room = "", others = ""]) => [
      room,
      Array.from(others.matchAll(/`([\w/]+)`/g), ([, other = ""]) => other).sort(),
    ]),
  );
}

/** Imports of values and types, and of what is loaded later. */
const IMPORT = /(?:\bfrom|\bimport\()\s*"(\.[^"]+)"/g;

function readImports(files: ReadonlyMap<string, string>): Rooms {
  const rooms = new Map<string, Set<string>>();
  for (const [file, text] of files) {
    const room = posix.dirname(file);
    const others = rooms.get(room) ?? new Set();
    rooms.set(room, others);
    for (const [, path = ""] of text.matchAll(IMPORT)) {
      const other = posix.join(room, posix.dirname(path));
      if (other !== room && other !== "generated") others.add(other);
    }
  }
  return new Map([...rooms].map(([room, others]) => [room, [...others].sort()]));
}

/** Each import of a room that does not stand below. */
function findUpward(table: Rooms): readonly string[] {
  const order = [...table.keys()];
  return [...table].flatMap(([room, others]) =>
    others
      .filter((other) => order.indexOf(other) <= order.indexOf(room))
      .map((other) => `${room} -> ${other}`),
  );
}

test("rooms import what ARCHITECTURE.md says, and only downwards", () => {
  const table = readTable(readFileSync(`${folder}ARCHITECTURE.md`, "utf8"));
  const files = readdirSync(`${folder}src`, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /\/[^/]+\.ts$/.test(path) && !path.startsWith("generated/"));
  const texts = files.map((file) => [file, readFileSync(`${folder}src/${file}`, "utf8")] as const);
  expect(Object.fromEntries(readImports(new Map(texts)))).toEqual(Object.fromEntries(table));
  expect(findUpward(table)).toEqual([]);
});

test("an import that leads up is found, of a type and of a file that is loaded later too", () => {
  const planted = new Map([
    ["text/a.ts", 'import type { Answer } from "../capture/answer.js";'],
    ["capture/b.ts", 'const { scan } = await import("../scan/scan.js");'],
    ["capture/bodies/c.ts", 'import { api } from "../../generated/api.js";'],
    ["scan/d.ts", 'import { visible } from "../text/visible.js";'],
  ]);
  const imports = readImports(planted);
  expect(Object.fromEntries(imports)).toEqual({
    text: ["capture"],
    capture: ["scan"],
    "capture/bodies": [],
    scan: ["text"],
  });
  const table = readTable(
    "| `scan` | counts | `text` |\n| `capture` | reads | `scan` |\n| `capture/bodies` | reads | |\n| `text` | prints | `capture` |\n",
  );
  expect(findUpward(table)).toEqual(["capture -> scan", "text -> capture"]);
});
