import { Document, isScalar, Scalar, visit } from "yaml";
import { ENTRY_FIELDS, type Entry } from "../catalog/catalog.js";
import { checkCharacters } from "../characters/check-characters.js";

const HEAD = `# yaml-language-server: $schema=../catalog.schema.json
# Proposed by codegen import. Decide each field on an entry's "draft", take it off the list, and the list with the last one.
# Then move the entry to the file of its category.
`;

const ORDER = [...ENTRY_FIELDS, "draft"];

/** The texts of the document are quoted, so that no reader of YAML takes them for anything else. */
const QUOTED = new Set(["code", "message", "description", "meaning", "example"]);

/** What YAML 1.1 reads as a truth value, and what is written with escapes. */
const MISREAD = /^(y|n|yes|no|on|off|true|false|null)$|[^\x20-\x7e]/i;

/** The file of drafts: entries as a person would write them, without what is the default. */
export function printDrafts(entries: readonly Entry[]): string {
  const document = new Document({ entries: entries.map(inOrder) });
  visit(document, {
    Pair(_, { key, value }) {
      const isText = isScalar(key) && QUOTED.has(String(key.value));
      if (isText && isScalar(value) && typeof value.value === "string")
        value.type = Scalar.QUOTE_DOUBLE;
    },
    Scalar(_, scalar) {
      if (MISREAD.test(String(scalar.value)) && typeof scalar.value === "string")
        scalar.type = Scalar.QUOTE_DOUBLE;
    },
    Map(key, map) {
      // A source stands on one line.
      if (map.has("document")) map.flow = true;
      else if (typeof key === "number" && key > 0) map.spaceBefore = true;
    },
    Seq(_, seq) {
      if (seq.items.every((item) => isScalar(item))) seq.flow = true;
    },
  });
  const text = document.toString({
    lineWidth: 0,
    doubleQuotedAsJSON: true,
    flowCollectionPadding: true,
  });
  const plain = text.replaceAll(/^( +draft: \[) (.*) \]$/gm, "$1$2]");
  return `${HEAD}${escapeUnseen(plain)}`;
}

function inOrder(entry: Entry): object {
  const { kind, aliases, variants, params, documented } = entry;
  const isDefault: Readonly<Record<string, boolean>> = {
    kind: kind === "error",
    aliases: aliases.length === 0,
    variants: variants.length === 0,
    params: Object.keys(params).length === 0,
    documented,
  };
  const values = entry as unknown as Record<string, unknown>;
  const fields = ORDER.filter((field) => values[field] !== undefined && !isDefault[field]);
  return Object.fromEntries(fields.map((field) => [field, values[field]]));
}

/** What is not seen, or looks like another letter, stands as its code: it is meant, as the document has it. */
function escapeUnseen(text: string): string {
  return text
    .split("\n")
    .map((line) => (checkCharacters("drafts.yaml", line).length === 0 ? line : escapeLine(line)))
    .join("\n");
}

function escapeLine(line: string): string {
  return line.replaceAll(/[^\x20-\x7e]/gu, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\U${code.padStart(8, "0")}` : `\\u${code.padStart(4, "0")}`;
  });
}
