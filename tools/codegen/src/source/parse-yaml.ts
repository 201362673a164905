import {
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  visit,
} from "yaml";
import { createLocationFinder } from "../problem/location-finder.js";
import type { Location, Problem } from "../problem/problem.js";
import { errorMessage } from "../std/error-message.js";
import type { DocumentPath, PlainScalar, SourceFile } from "./source-file.js";
import { duplicateProblem, locator, syntaxProblem } from "./syntax-problem.js";

const YAML_OPTIONS = { prettyErrors: false, uniqueKeys: false, logLevel: "error" } as const;

/** Parses the text of a YAML file. */
export function parseYaml(file: string, text: string): SourceFile {
  const document = parseDocument(text, YAML_OPTIONS);
  const locationAt = locator(file, text);
  const tab = tabIndents(text).find(({ start, end }) =>
    document.errors.some(({ pos }) => pos[0] >= start && pos[0] <= end),
  );
  if (tab === undefined) return yamlFile(file, text, document, locationAt);
  const lines = tabIndents(text).length;
  const problem: Problem = {
    ...syntaxProblem(locationAt(tab.tab), "a tab as indentation: YAML allows spaces alone"),
    hint: `indent with spaces (${lines} ${lines === 1 ? "line begins" : "lines begin"} with tabs)`,
  };
  // The rest can be checked where some number of spaces for a tab makes sense of it.
  for (const width of [2, 4, 8, 1]) {
    const mended = text.replace(TAB_INDENT, (indent) => expand(indent, width));
    const guess = parseDocument(mended, YAML_OPTIONS);
    if (guess.errors.length > 0) continue;
    const inMended = locator(file, mended);
    const inOriginal = createLocationFinder(file, text);
    const inText = (offset: number): Location => {
      const { line, column } = inMended(offset);
      const indent = (text.split("\n")[line - 1] ?? "").match(/^[ \t]*/)?.[0] ?? "";
      const shift = expand(indent, width).length - indent.length;
      return inOriginal(line, Math.max(1, indent.includes("\t") ? column - shift : column));
    };
    const source = yamlFile(file, mended, guess, inText);
    return { ...source, problems: [problem, ...source.problems] };
  }
  return { ...yamlFile(file, text, document, locationAt), problems: [problem] };
}

const TAB_INDENT = /^ *\t[ \t]*(?=[^\s])/gm;

function expand(indent: string, width: number): string {
  return indent.replaceAll("\t", " ".repeat(width));
}

/** The lines whose indentation has a tab: where they start and end, and where the tab is. */
function tabIndents(text: string): { start: number; end: number; tab: number }[] {
  return [...text.matchAll(TAB_INDENT)].map(({ 0: indent, index }) => {
    const end = text.indexOf("\n", index);
    return {
      start: index,
      end: end < 0 ? text.length : end,
      tab: index + indent.indexOf("\t"),
    };
  });
}

/** What mends the mistakes of syntax that are made most. */
const SYNTAX_HINTS: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'a text with ": " in it stands in quotation marks',
  BAD_SCALAR_START: "a text that begins with this character stands in quotation marks",
};

function yamlFile(
  file: string,
  text: string,
  document: Document.Parsed,
  locationAt: (offset: number) => Location,
): SourceFile {
  const problems = [...document.errors.slice(0, 1), ...document.warnings].map((error) => {
    const hint = SYNTAX_HINTS[error.code];
    return { ...syntaxProblem(locationAt(error.pos[0]), error.message), ...(hint && { hint }) };
  });
  problems.push(...takeDuplicates(document, locationAt));
  let value: unknown;
  try {
    value = document.errors.length > 0 ? undefined : document.toJS();
  } catch (error) {
    // An alias to an anchor that is not there, or aliases that expand without end.
    problems.push(syntaxProblem(locationAt(0), errorMessage(error)));
  }
  // It takes many times the memory of the text. Once the form is checked, only who has a problem asks for a place.
  let kept: Document.Parsed | undefined = document;
  const tree = () => {
    kept ??= parseDocument(text, YAML_OPTIONS);
    return kept;
  };
  const nodeAt = (path: DocumentPath): Node | undefined => {
    const node = path.length === 0 ? tree().contents : tree().getIn(path, true);
    return isNode(node) ? node : undefined;
  };
  return {
    file,
    value,
    problems,
    locate(path, at = "value") {
      for (let depth = path.length; depth >= 0; depth--) {
        const parent =
          depth > 0 && at === "key" && depth === path.length
            ? nodeAt(path.slice(0, -1))
            : undefined;
        const pair = isMap(parent)
          ? parent.items.find(({ key }) => isNode(key) && String(key) === String(path[depth - 1]))
          : undefined;
        const node = isPair(pair) && isNode(pair.key) ? pair.key : nodeAt(path.slice(0, depth));
        if (node?.range) return locationAt(node.range[0]);
      }
      return locationAt(0);
    },
    plainScalars: () => {
      const found = plainScalars(tree().contents, []);
      kept = undefined;
      return found;
    },
  };
}

/** Takes the second of two equal keys out of a document, so that the first counts and the rest can be checked. */
function takeDuplicates(document: Document.Parsed, locationAt: (offset: number) => Location) {
  const problems: Problem[] = [];
  visit(document, {
    Map(_, map) {
      const seen = new Map<string, number>();
      map.items = map.items.filter(({ key }) => {
        if (!isScalar(key)) return true;
        const [name, offset] = [String(key.value), key.range?.[0] ?? 0];
        const first = seen.get(name);
        if (first === undefined) seen.set(name, offset);
        else problems.push(duplicateProblem(name, locationAt(first), locationAt(offset)));
        return first === undefined;
      });
    },
  });
  return problems;
}

function plainScalars(
  node: unknown,
  path: DocumentPath,
  at: PlainScalar["at"] = "value",
): PlainScalar[] {
  if (isScalar(node))
    return node.type === "PLAIN"
      ? [{ path, at, source: node.source ?? "", value: node.value }]
      : [];
  if (isSeq(node)) return node.items.flatMap((item, index) => plainScalars(item, [...path, index]));
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key, value }) => {
    const inner = [...path, isScalar(key) ? String(key.value ?? "") : String(key)];
    return [
      ...plainScalars(isScalar(key) ? key : undefined, inner, "key"),
      ...plainScalars(value, inner),
    ];
  });
}
