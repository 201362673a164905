import { expect, test } from "vitest";
import { errors } from "../catalog.js";
import { run } from "../run.js";

test.each(["zh-Hans", "zh-Hant-HK", "ja"])("explain breaks lines where %s may break", (locale) => {
  const codes = errors.map(({ code }) => code);
  for (const columns of [40, 57, 100]) {
    const { output } = run(["explain", "--locale", locale, "--", ...codes], {
      env: { COLUMNS: String(columns) },
    });
    const lines = output.split("\n");
    expect(lines.filter((line) => /^ *[、。，：；）」ーっゃゅょッャュョ]/.test(line))).toEqual([]);
    expect(lines.filter((line) => /[（「]$/.test(line))).toEqual([]);
    const said = lines.filter((line) => /\p{Script=Han}/u.test(line));
    const widths = said.map((line) => line.replaceAll(/[\u2e80-\uffff]/g, "xx").length);
    expect(Math.max(...widths)).toBeLessThanOrEqual(columns);
  }
});
