import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("nothing is left of the package at run time", async () => {
  expect(Object.keys(await import("@hashkey-errors/types"))).toEqual([]);
  const dist = new URL("../dist/", import.meta.url);
  const modules = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".js"),
  );
  expect(modules).toContain("index.js");
  for (const name of modules) {
    const statements = readFileSync(new URL(name, dist), "utf8")
      .replaceAll(/\/\/.*|\/\*[\s\S]*?\*\//g, "")
      .trim();
    expect(statements, name).toBe("export {};");
  }
});
