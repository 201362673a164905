import { type ErrorEntry, isErrorEntry } from "../catalog.js";
import { type Emitter, packageFile } from "../emit.js";
import { printDoc, printHeader, printLiteral } from "../print.js";
import { placeholdersOf, quoteForms, withoutFinalStop } from "../template.js";

/** The table that the validator looks errors up in: one error a line. */
export const emitter: Emitter = {
  name: "validator-entries",
  source: "catalog",
  emit: (catalog) => [
    {
      path: packageFile(catalog.manifest, "validator", "entries.ts"),
      text: [
        printHeader(catalog, "catalog/*.yaml"),
        'import type { EntryRow } from "../entry-row.js";\n\n',
        printDoc(["Every error of the catalog, in the order of its source."]),
        "export const entries: readonly EntryRow[] = [\n",
        ...catalog.entries.filter(isErrorEntry).map((entry) => `  ${printLiteral(row(entry))},\n`),
        "];\n",
      ].join(""),
    },
  ],
};

function row(entry: ErrorEntry): readonly unknown[] {
  const { name, code, httpStatus, category, fault, outcome, retry, message, variants, aliases } =
    entry;
  const texts = [message, ...variants.map((variant) => variant.message)].map(textOrTemplate);
  const others = aliases.map((alias) => alias.code);
  return [
    name,
    code,
    httpStatus,
    category,
    fault,
    outcome,
    retry,
    texts,
    ...(others.length > 0 ? [others] : []),
  ];
}

/** A template is its placeholders' names, then the literals around them in each form. */
function textOrTemplate(message: string): string | readonly (readonly string[])[] {
  const text = withoutFinalStop(message);
  const names = placeholdersOf(text);
  if (names.length === 0) return text;
  return [names, ...quoteForms(text).map((form) => form.filter((_, index) => index % 2 === 0))];
}
