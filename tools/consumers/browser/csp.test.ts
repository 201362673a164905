import { join } from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { writeConsumer } from "../test/consumer.js";
import { smoke } from "../test/smoke.js";
import { isSkipped } from "./chromium.js";
import { open } from "./page.js";

test.skipIf(isSkipped)(
  "the packages run in Chromium under a strict Content-Security-Policy",
  async () => {
    const folder = writeConsumer({ "smoke.js": smoke });
    const { outputFiles } = await build({
      entryPoints: [join(folder, "smoke.js")],
      bundle: true,
      format: "esm",
      minify: true,
      write: false,
    });
    expect(await open(outputFiles[0]?.text ?? "")).toContain("all well");
    // The policy blocks code that is made from strings.
    expect(
      (await open("new Function('return 1')(); console.log('made code from a string')")).join(),
    ).toMatch(/Content.Security.Policy/i);
  },
);
