import {
  type DefaultTreeAdapterMap,
  defaultTreeAdapter,
  Parser,
  Tokenizer,
  type TreeAdapter,
} from "parse5";
import type { HtmlNode } from "./html-node.js";

/**
 * Browsers stop at 512 levels too. For each tag the parser looks through all of those around it.
 */
const MAX_DEPTH = 512;

/** For each attribute the tokenizer looks through all others of the tag. No table needs so many. */
const MAX_ATTRIBUTES = 100;

/** The line where a page is nested too deep to be read. */
export interface TooDeep {
  /** Counted from 1. */
  readonly tooDeepAt: number;
}

/** Parses a page, or a piece of one, in time that grows with its size alone. */
export function parseHtml(text: string, kind: "page" | "piece"): HtmlNode | TooDeep {
  let parser: HtmlParser | undefined;
  const treeAdapter = {
    ...FRUGAL_ADAPTER,
    onItemPush({ sourceCodeLocation }: { sourceCodeLocation?: { startLine: number } | null }) {
      // The parser pushes a root before it is there.
      if ((parser?.openElements.stackTop ?? 0) > MAX_DEPTH)
        throw new DepthError(sourceCodeLocation?.startLine ?? 1);
    },
  };
  const options = { sourceCodeLocationInfo: true, treeAdapter };
  parser = kind === "page" ? new Parser(options) : Parser.getFragmentParser(null, options);
  parser.tokenizer = new FrugalTokenizer(options, parser);
  try {
    parser.tokenizer.write(text, true);
  } catch (error) {
    if (error instanceof DepthError) return { tooDeepAt: error.line };
    throw error;
  }
  return kind === "page" ? parser.document : parser.getFragment();
}

type HtmlParser = Parser<DefaultTreeAdapterMap>;

/** The tree's default, without what takes time by the square of the number of children. */
const FRUGAL_ADAPTER: TreeAdapter<DefaultTreeAdapterMap> = {
  ...defaultTreeAdapter,
  // A page may repeat the tags `html` and `body`, and nobody asks for their attributes.
  adoptAttributes: () => undefined,
  // A node in a table but outside its cells goes before the table, which is the last child.
  insertBefore(parent, node, reference) {
    parent.childNodes.splice(parent.childNodes.lastIndexOf(reference), 0, node);
    node.parentNode = parent;
  },
  insertTextBefore(parent, text, reference) {
    const before = parent.childNodes[parent.childNodes.lastIndexOf(reference) - 1];
    if (before !== undefined && defaultTreeAdapter.isTextNode(before)) before.value += text;
    else FRUGAL_ADAPTER.insertBefore(parent, defaultTreeAdapter.createTextNode(text), reference);
  },
  detachNode(node) {
    const siblings = node.parentNode?.childNodes ?? [];
    siblings.splice(siblings.lastIndexOf(node), 1);
    node.parentNode = null;
  },
};

/** The only way out of the parser. */
class DepthError extends Error {
  readonly line: number;

  constructor(line: number) {
    super("nested too deep");
    this.line = line;
  }
}

/** A tokenizer that leaves out the attributes of a tag that has too many. */
class FrugalTokenizer extends Tokenizer {
  protected override _leaveAttrName(): void {
    const token = this.currentToken;
    if (token !== null && "attrs" in token && token.attrs.length >= MAX_ATTRIBUTES) return;
    super._leaveAttrName();
  }
}
