import { type Location, lint } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { copyAcme } from "./acme.js";

/** The file that holds the entries of the second catalog. */
export const PAYMENTS = "catalog/payments.yaml";

/** A glossary that forbids one word, and allows one character. */
export const TERMS = `terms:
  - term: withdrawal
    locales: { zh-Hant-HK: { use: 提現, never: [提幣], source: pages } }
sources: { pages: https://example.com }
characters: { zh-Hant-HK: 台 }
`;

/** The start of the entries with a success row, which has the code `ok`. */
export const DONE = `entries:
  - name: DONE
    kind: success
    code: ok
    httpStatus: 200
    message: Done
    description: ""
    documented: false
    sources: [{ document: done.md, line: 1 }]
`;

/** The evidence of the success row. */
export const DONE_FILES = { "evidence/done.md": "ok: Done" };

/** A text in a file of the second catalog, and its replacement. */
type Edit = readonly [file: string, from: string, to: string];

/** A change of the second catalog, and the errors that it causes; none if the change is allowed. */
export interface Fault {
  readonly name: string;
  readonly edit?: Edit;
  /** Several edits, where one is not enough. */
  readonly edits?: readonly Edit[];
  /** Files that are added to the catalog. */
  readonly files?: Readonly<Record<string, string>>;
  /** Each error as `rule: message | hint @ file: the text at the place`. */
  readonly problems: readonly string[];
}

/** Tests that a rule reports each fault exactly so, and that nothing else is reported. */
export function testFaults(subject: string, faults: readonly Fault[]): void {
  for (const { name, edit, edits = [], files = {}, problems } of faults) {
    test(`${subject} ${problems.length > 0 ? "reports" : "accepts"} ${name}`, async () => {
      const acme = copyAcme();
      for (const each of edit === undefined ? edits : [edit, ...edits]) acme.edit(...each);
      for (const [file, text] of Object.entries(files)) acme.write(file, text);
      expect(await printErrors(acme.catalog)).toEqual(problems);
    });
  }
}

/** The errors of a catalog, each on one line, with the text that it points at. */
export async function printErrors(folder: string): Promise<readonly string[]> {
  const { problems } = await lint(folder);
  return problems
    .filter(({ severity }) => severity === "error")
    .map(({ rule, message, hint, location }) => {
      const help = hint === undefined ? "" : ` | ${hint}`;
      return `${rule}: ${message}${help} @ ${pointedAt(location)}`;
    });
}

/**
 * The place of a problem: the next characters of its line, which a reader finds without counting.
 */
function pointedAt({ file, line, column, excerpt }: Location): string {
  const shown = excerpt?.lines[line - excerpt.startLine]?.slice(column - 1, column + 24);
  return `${file}: ${shown ?? `${line}:${column}`}`;
}

/** A locale file with one text, for `RATE_LIMITED`. */
export function rateLimited(message: string, description = "請稍後再試。", more = {}): string {
  return JSON.stringify({
    RATE_LIMITED: { title: "429", message, description, status: "final", sourceHash: "", ...more },
  });
}
