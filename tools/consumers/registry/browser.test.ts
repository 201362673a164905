import { join } from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { isSkipped } from "../browser/chromium.js";
import { browserVersion, open } from "../browser/page.js";
import type { Cell } from "./matrix.js";
import { installedProject } from "./project.js";

const project = installedProject("runtimes");

/** Bundles a module of the project into one file. */
async function bundle(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(project().folder, file)],
    bundle: true,
    format: "esm",
    minify: true,
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}

const cellOf = (how: string): Cell => ({ consumer: "Chromium", version: browserVersion(), how });

test.skipIf(isSkipped)(
  "Chromium runs the packages in a page under a strict CSP",
  async ({ task }) => {
    task.meta.cell = cellOf("a page under a strict Content-Security-Policy");
    expect(await open(await bundle("smoke.js"))).toContain("all well");
  },
);

test.skipIf(isSkipped)("Chromium runs the packages in a service worker", async ({ task }) => {
  task.meta.cell = cellOf("a service worker under a strict Content-Security-Policy");
  const files = { "/service-worker.js": await bundle("service-worker.js") };
  expect(await open(await bundle("page.js"), files)).toContain("worker: all well");
});
