import { join, relative, sep } from "node:path";
import { expect } from "vitest";
import { codegen } from "../test/run.js";
import { type Texts, type TwoCatalogs, textsOf } from "./two-catalogs.js";

/**
 * Expects each file to be of one state or the other. Returns the number of files that are not of
 * the first.
 */
export function expectWhole(left: Texts, before: Texts, after: Texts): number {
  let changed = 0;
  for (const file of new Set([...Object.keys(before), ...Object.keys(left)])) {
    if (file.endsWith(".part")) continue;
    const text = left[file];
    if (text !== before[file] && text !== after[file])
      expect.fail(`${file} is half written: ${text?.length} characters`);
    if (text !== before[file]) changed += 1;
  }
  return changed;
}

/** The lines that `check` must print, from the present files and the wanted ones. */
export function differences(acme: TwoCatalogs, left: Texts, wanted: Texts): string[] {
  const line = (state: string, file: string) =>
    `  ${state.padEnd(19)} ${relative(process.cwd(), join(acme.root, file)).replaceAll(sep, "/")}`;
  return [
    ...Object.keys(wanted).flatMap((file) =>
      left[file] === wanted[file]
        ? []
        : [line(left[file] === undefined ? "not generated yet" : "out of date", file)],
    ),
    ...Object.keys(left).flatMap((file) =>
      wanted[file] === undefined ? [line("no longer generated", file)] : [],
    ),
  ];
}

/** Expects `check` to list exactly the files that differ. */
export async function expectNamed(acme: TwoCatalogs, difference: readonly string[]): Promise<void> {
  const { status, output } = await codegen(acme, "check");
  const named = output
    .split("\n")
    .filter((line) => /^ {2}(out of date|not generated yet|no longer generated) /.test(line));
  expect(named.sort()).toEqual([...difference].sort());
  expect(status).toBe(difference.length === 0 ? 0 : 1);
}

/** Expects the next run to leave exactly the wanted files. */
export async function expectHealed(acme: TwoCatalogs, wanted: Texts): Promise<void> {
  expect(await codegen(acme, "generate")).toMatchObject({ status: 0 });
  expect(textsOf(acme)).toEqual(wanted);
  await expectNamed(acme, []);
}
