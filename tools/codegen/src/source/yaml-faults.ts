import type { Document, Node } from "yaml";
import { yamlLibrary } from "./yaml-library.js";

/** Something that YAML allows, and that no document here may have. */
export interface YamlFault {
  readonly offset: number;
  readonly message: string;
}

/** The parser looks through all anchors for each alias. No document needs a tenth of this. */
const MAX_ALIASES = 1_000;

/**
 * Finds what the parser accepts but no reader can follow: keys that are lists or objects, a value
 * that holds itself, and very many aliases.
 */
export function findYamlFault(document: Document.Parsed): YamlFault | undefined {
  const { isScalar, visit } = yamlLibrary();
  let fault: YamlFault | undefined;
  let aliases = 0;
  const stop = (node: Partial<Node>, message: string) => {
    fault = { offset: node.range?.[0] ?? 0, message };
    return visit.BREAK;
  };
  visit(document, {
    Pair(_, { key }) {
      if (key === null || isScalar(key)) return undefined;
      return stop(key as Node, "a key must be plain text, not an alias, a list or an object");
    },
    Alias(_, alias, path) {
      aliases += 1;
      if (aliases > MAX_ALIASES)
        return stop(alias, `more than ${MAX_ALIASES.toLocaleString("en")} aliases`);
      const isInside = path.some((node) => "anchor" in node && node.anchor === alias.source);
      return isInside ? stop(alias, `*${alias.source} is inside &${alias.source}`) : undefined;
    },
  });
  return fault;
}
