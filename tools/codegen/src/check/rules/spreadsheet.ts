import type { Entry } from "../../catalog/entry.js";
import type { Rule } from "../rule.js";

/** No cell of `generated/errors.csv` begins with what a spreadsheet runs as a formula. */
export const rule: Rule = {
  name: "spreadsheet",
  check({ entries }, report, places) {
    for (const [index, entry] of entries.entries()) {
      for (const { path, text } of cellsOf(entry)) {
        if (!FORMULA.test(text)) continue;
        const start = JSON.stringify(text.slice(0, 1));
        const what = path[0] === "aliases" ? "first alias" : path[0];
        const message = `the ${what} begins with ${start}: a spreadsheet that opens errors.csv runs it as a formula`;
        report(places.entryAt(index, path), message, {
          hint: "begin it with another character; a code may begin with - before digits alone",
        });
      }
    }
  },
};

/**
 * Matches a formula of Excel, LibreOffice and Google Sheets. A negative number is a harmless one,
 * and a dash alone, which stands for a missing text, is not one.
 */
const FORMULA = /^(?:[=+@\t\r]|-(?!\d*$))/;

interface Cell {
  readonly path: readonly [field: string, ...rest: (string | number)[]];
  readonly text: string;
}

/** The cells that hold free text. The aliases share one, which begins with the first of them. */
function cellsOf({ code, message, description, aliases }: Entry): readonly Cell[] {
  const [alias] = aliases;
  return [
    { path: ["code"], text: code },
    { path: ["message"], text: message },
    { path: ["description"], text: description },
    ...(alias === undefined
      ? []
      : [
          { path: ["aliases", 0, "code"] as const, text: aliases.map((one) => one.code).join(" ") },
        ]),
  ];
}
