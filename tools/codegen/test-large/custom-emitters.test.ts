import { load } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { runModules } from "../dist/custom/run-modules.js";
import { generating, withEmitters } from "../test/emit/with-emitters.js";
import { codegen } from "../test/run.js";

test("an emitter that returns megabytes of wrong paths fills no log", async () => {
  const acme = withEmitters({
    "emitters/many.mjs": generating(
      'Array.from({ length: 20_000 }, (_, i) => ({ path: "x".repeat(350) + i, text: "" }))',
    ),
    "emitters/long.mjs": generating('[{ path: "x".repeat(1e7), text: "" }]'),
    "emitters/name.mjs": generating("[]").replace('"own"', '"a".repeat(1e7)'),
    "emitters/folder.mjs": generating("[]", 'folder: "../x".repeat(3e6),'),
  });
  for (const format of ["text", "json", "github"]) {
    const { status, output } = await codegen(acme, "lint", "--format", format);
    expect(status).toBe(1);
    expect(output.length).toBeLessThan(100_000);
    expect(output).toContain("emitters/many.mjs generates 19980 more files like these");
    expect(output).toContain("that has name: in kebab-case");
  }
});

test("an emitter that does not end is stopped, and the others run", async () => {
  const acme = withEmitters({
    "emitters/a.mjs": generating("{ for (;;); }"),
    "emitters/b.mjs": generating("new Promise(() => {})"),
    "emitters/c.mjs": generating('[{ path: "generated/c.txt", text: "c" }]'),
  });
  const { catalog } = load(acme.catalog);
  if (catalog === undefined) throw new Error("the catalog cannot be used");
  const modules = catalog.manifest.emitters ?? [];
  const run = {
    worker: new URL("../dist/emit/emitter-worker.js", import.meta.url),
    data: { catalog },
    modules,
    exportName: "emitter",
    toFailure: ({ message }: { readonly message: string }) => failure(message),
  };
  // Many times as long as an emitter takes on this machine, which may be busy.
  const started = performance.now();
  await runModules<unknown>({ ...run, modules: modules.slice(-1) }, 300_000);
  const seconds = Math.ceil((10 * (performance.now() - started)) / 1000);
  const results = await runModules<unknown>(run, seconds * 1000);
  expect(results).toEqual([
    failure(`the emitter of emitters/a.mjs failed: it takes longer than ${seconds} seconds`),
    failure("the emitter of emitters/b.mjs failed: it ended without a result"),
    { folder: "generated", files: [{ path: "generated/c.txt", text: "c" }], faults: [] },
  ]);
});

const failure = (message: string) => ({ folder: undefined, files: [], faults: [{ message }] });
