import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("the built package has no JavaScript but empty modules", async () => {
  expect(Object.keys(await import("@hashkey-errors/types"))).toEqual([]);
  const dist = new URL("../dist/", import.meta.url);
  const modules = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".js"),
  );
  expect(modules).toContain("index.js");
  const others = modules.filter((name) => {
    const source = readFileSync(new URL(name, dist), "utf8");
    return source.replaceAll(/\/\/.*|\/\*[\s\S]*?\*\//g, "").trim() !== "export {};";
  });
  expect(others).toEqual([]);
});
