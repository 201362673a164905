import { isMap, isScalar, isSeq, type Scalar, type YAMLMap } from "yaml";
import { detectColumns } from "../rows/headings.js";
import { looksLikeCode } from "../rows/looks-like-code.js";
import { type FoundMap, MAX_MEMBERS, nameOf } from "./tree-node.js";

/** The text of each value of a list, by its index; undefined where the document has none. */
export type PairedTexts = readonly (Scalar | undefined)[];

/**
 * Returns a function that finds the texts for a property's values: those of the property beside it
 * that lists as many messages or descriptions.
 */
export function createPairFinder(
  maps: readonly FoundMap[],
): (found: FoundMap) => PairedTexts | undefined {
  const propertiesAt = new Map<string, YAMLMap>();
  for (const { node, path } of maps)
    if (path.at(-1) === "properties") propertiesAt.set(path.join("\u0000"), node);
  return ({ node, path }) => {
    const properties = propertiesAt.get(path.slice(0, -1).join("\u0000"));
    if (properties === undefined || properties.items.length > MAX_MEMBERS) return undefined;
    const keys = properties.items.map(nameOf);
    const { message, description } = detectColumns(keys);
    const index = message ?? description;
    const key = index === undefined ? undefined : keys[index];
    if (key === undefined || key === path.at(-1)) return undefined;
    const [codes, texts] = [valuesOf(node), valuesOf(properties.get(key))];
    if (codes.length === 0 || codes.length !== texts.length) return undefined;
    // A type and a reason of another thing than an error are words.
    const areOfErrors =
      codes.every((code) => looksLikeCode(String(code?.value ?? ""))) ||
      texts.some((text) => /\s/.test(String(text?.value ?? "")));
    return areOfErrors ? texts : undefined;
  };
}

function valuesOf(schema: unknown): PairedTexts {
  if (!isMap(schema)) return [];
  const list = schema.get("enum");
  if (!isSeq(list)) return [];
  return list.items.map((item) => (isScalar(item) ? item : undefined));
}
