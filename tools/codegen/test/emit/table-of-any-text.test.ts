import { compileFunction } from "node:vm";
import type { ErrorEntry } from "@hashkey-errors/codegen";
import fc from "fast-check";
import { expect, test } from "vitest";
import { renderTemplate, splitTemplate } from "../../dist/catalog/template.js";
import { emitModules } from "../../dist/emit/emit-modules.js";
import { bundleModules } from "../../dist/site/bundle-modules.js";
import { propertyRuns } from "../property-runs.js";
import { BUSY, tinyCatalog } from "./tiny-catalog.js";

/** `pnpm test:properties` sets more. */
const RUNS = propertyRuns({ quick: 2, thorough: 100 });
const ERRORS = 100;

const MARKS = [..."|\\\"'`=.$%_#<>éßŉİǆﬁ😀𐐨", "||", "${", "\\u0041", "\\|", "</script>", "*/"];
const UNSEEN = ["\n", "\r", "\t", "\0", "\u001b", "\u2028", "\u2029", "\u00a0", "\ud800", "\udc00"];
const PARAMS = ["{p}", "'{q}'", "“{r}”", "{constructor}"];
const piecesOf = (more: readonly string[]) =>
  fc.constantFrom(...MARKS, ...UNSEEN, ...more, "a", "A", "Ab", "API", "0", "constructor");

const code = fc
  .array(piecesOf(["-", "/", ":"]), { minLength: 1, maxLength: 4 })
  .map((pieces) => pieces.join("").replaceAll(/\s/g, "_"));
const message = fc
  .array(piecesOf([" ", "  ", ...PARAMS]), { minLength: 1, maxLength: 6 })
  .map((pieces) => pieces.join(""))
  .filter(isReadable);

/** Whether no owner's rules are against a text: its values can be told apart and from its ends. */
function isReadable(text: string): boolean {
  const pieces = splitTemplate(text);
  const names = pieces.filter((_, index) => index % 2 === 1);
  const bare = pieces.filter((_, index) => index % 2 === 0).join("");
  const touching = pieces.slice(1, -1).some((each, at) => at % 2 === 1 && /^\W{0,2}$/.test(each));
  const isTrimmed = text.trim() === text && text !== ".";
  return isTrimmed && !touching && new Set(names).size === names.length && !/[{}]/.test(bare);
}

/** The validator of a catalog with these errors. */
async function buildValidator(entries: readonly ErrorEntry[]) {
  const modules = await emitModules(tinyCatalog({ entries }));
  const entry = 'export { identify } from "#validator/identify.js";';
  const runtime = {};
  const bundled = await bundleModules(modules, entry, { output: { format: "cjs" } });
  compileFunction(bundled, ["exports"])(runtime);
  return runtime as {
    identify(code: string, text?: string): { name: string; drift?: boolean; params?: object };
  };
}

test("the table gives every code and text back to the letter, whatever characters they have", async () => {
  const errors = fc.uniqueArray(fc.record({ code, message }), {
    selector: (error) => error.code,
    minLength: ERRORS,
    maxLength: ERRORS,
  });
  await fc.assert(
    fc.asyncProperty(errors, async (drawn) => {
      const entries = drawn.map((fields, at): ErrorEntry => {
        const aliases = [{ code: `${fields.code}~=|`, sources: BUSY.sources }];
        return { ...BUSY, ...fields, name: `ERROR_${at}`, aliases };
      });
      const { identify } = await buildValidator(entries);
      const wrong = entries.filter(({ name, code, message }) => {
        const names = splitTemplate(message).filter((_, index) => index % 2 === 1);
        const values = Object.fromEntries(names.map((each) => [each, "E7"]));
        const read = identify(code, renderTemplate(message, values));
        const isAlike =
          JSON.stringify(Object.entries(read.params ?? {})) ===
          JSON.stringify(Object.entries(values));
        return (
          read.name !== name ||
          read.drift !== false ||
          !isAlike ||
          identify(`${code}~=|`).name !== name
        );
      });
      expect(wrong).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});
