import { Document, isScalar, type Pair, Scalar, visit } from "yaml";
import { ENTRY_FIELDS, type Entry, inFieldOrder } from "../catalog/entry.js";
import { checkCharacters } from "../characters/check-characters.js";

const HEAD = `# yaml-language-server: $schema=../generated/catalog.schema.json
# Proposed by codegen import. Decide each field that an entry lists under "draft", then remove it from the list,
# and remove the list when it is empty. Then move the entry to the file of its category.
`;

const FIELDS = [...ENTRY_FIELDS, "draft"];

/**
 * These hold texts of the document. They are always quoted, so that no reader of YAML reads them as
 * anything else.
 */
const QUOTED = new Set(["code", "message", "description", "meaning", "example"]);

/**
 * The file of drafts: entries as a person would write them, without fields that have their default.
 */
export function printDrafts(entries: readonly Entry[]): string {
  // YAML 1.1 has more words and numbers to quote, so that every reader of YAML reads the same.
  const document = new Document({ entries: entries.map(withoutDefaults) }, { version: "1.1" });
  visit(document, {
    Pair: (_, pair) => quoteText(pair),
    Scalar(_, scalar) {
      // Only a quoted text can have escapes.
      if (typeof scalar.value === "string" && /[^\x20-\x7e]/.test(scalar.value))
        scalar.type = Scalar.QUOTE_DOUBLE;
    },
    Map(key, map) {
      // A source takes one line.
      if (map.has("document")) map.flow = true;
      else if (typeof key === "number" && key > 0) map.spaceBefore = true;
    },
    Seq(_, list) {
      if (list.items.every((item) => isScalar(item))) list.flow = true;
    },
  });
  const text = document.toString({
    lineWidth: 0,
    doubleQuotedAsJSON: true,
    flowCollectionPadding: true,
  });
  const unpadded = text.replaceAll(/^( +draft: \[) (.*) \]$/gm, "$1$2]");
  return `${HEAD}${escapeUnseen(unpadded)}`;
}

function quoteText({ key, value }: Pair): void {
  const isText = isScalar(key) && QUOTED.has(String(key.value));
  if (isText && isScalar(value) && typeof value.value === "string")
    value.type = Scalar.QUOTE_DOUBLE;
}

function withoutDefaults(entry: Entry): object {
  const { kind, aliases, variants, params, documented } = entry;
  const isDefault: Readonly<Record<string, boolean>> = {
    kind: kind === "error",
    aliases: aliases.length === 0,
    variants: variants.length === 0,
    params: Object.keys(params).length === 0,
    documented,
  };
  return inFieldOrder(
    entry,
    FIELDS.filter((field) => !isDefault[field]),
  );
}

/**
 * Writes invisible characters and look-alikes as escapes: they are meant, since the document has
 * them.
 */
function escapeUnseen(text: string): string {
  return text
    .split("\n")
    .map((line) => (checkCharacters(line).length === 0 ? line : escapeLine(line)))
    .join("\n");
}

function escapeLine(line: string): string {
  return line.replaceAll(/[^\x20-\x7e]/gu, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\U${code.padStart(8, "0")}` : `\\u${code.padStart(4, "0")}`;
  });
}
