import { DOMParser, type Element, ParseError } from "@xmldom/xmldom";
import { parseTextKey } from "../catalog/text-key.js";
import { createLocationFinder } from "../problem/location-finder.js";
import { createProblem, type Location, type Problem } from "../problem/problem.js";
import { type Incoming, type IncomingText, lesserStatus, nothingIn } from "./incoming.js";
import {
  elementsOf,
  type Position,
  positionOf,
  type ReportAt,
  readUnit,
  type Unit,
} from "./read-xliff-unit.js";

/** Reads an XLIFF 1.2 document, written by this tool or another. */
export function readXliff(file: string, text: string): Incoming {
  const problems: Problem[] = [];
  const locationAt = createLocationFinder(file, text);
  const locate: Locate = ({ lineNumber = 1, columnNumber = 1 }) =>
    locationAt(Math.max(lineNumber, 1), Math.max(columnNumber, 1));
  const report: ReportAt = (at, message) => {
    problems.push(createProblem("xliff", locate(at), message));
  };
  const root = parseXml(text, report);
  const languages = root === undefined ? undefined : readLanguages(root, report);
  if (root === undefined || languages === undefined) return nothingIn(problems);
  const { found, malformed } = readUnits(root, report);
  const texts = [...found]
    .filter(([name]) => !malformed.has(name))
    .flatMap(([name, unit]) => joinTexts(name, unit, locate));
  const catalog = findCatalog(root);
  return { catalog, tag: languages[0], texts, malformed: [...malformed], problems };
}

/** The catalog that exported a document: tools keep what `original` says. */
function findCatalog(root: Element): string | undefined {
  const originals = elementsOf(root, "file").map((file) => file.getAttribute("original") ?? "");
  return originals.map((path) => /^(.+)\/locales\/[^/]+$/.exec(path)?.[1]).find((id) => id);
}

type Locate = (at: Partial<Position>) => Location;

/** The texts of a unit of the catalog, by field; some may be missing. */
type FoundTexts = ReadonlyMap<string, Unit>;

function parseXml(text: string, report: ReportAt): Element | undefined {
  let hasFailed = false;
  const fail = (at: Partial<Position>, message: string) => {
    hasFailed = true;
    // The parser may name every open element.
    report(at, `not valid XML: ${message.slice(0, MAX_MESSAGE)}`);
  };
  try {
    const parser = new DOMParser({
      onError: (level, message, context) => {
        if (level === "warning") return;
        fail((context as { locator?: Position }).locator ?? {}, message);
        // The parser would go on, and report each of a million signs.
        throw new ParseError(message);
      },
    });
    const root = parser.parseFromString(text.replace(/^\ufeff/, ""), "text/xml").documentElement;
    const deep = root === null ? undefined : findTooDeep(root);
    if (deep !== undefined) report(positionOf(deep), "is nested too deep to be read");
    return hasFailed || deep !== undefined ? undefined : (root ?? undefined);
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    if (!hasFailed) fail((error.locator ?? {}) as Partial<Position>, error.message);
    return undefined;
  }
}

const MAX_MESSAGE = 200;

/** The deepest nesting: readers of a text call themselves for each level. No tool needs a tenth. */
const MAX_DEPTH = 256;

/** The first element that is nested too deep. */
function findTooDeep(root: Element): Element | undefined {
  const pending = [{ element: root, depth: 1 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.depth > MAX_DEPTH) return next.element;
    for (let child = next.element.firstChild; child !== null; child = child.nextSibling) {
      if (child.nodeType !== child.ELEMENT_NODE) continue;
      pending.push({ element: child as Element, depth: next.depth + 1 });
    }
  }
  return undefined;
}

/** The target language, or none if no file names one; undefined if the document cannot be read. */
function readLanguages(root: Element, report: ReportAt): readonly string[] | undefined {
  const version = root.getAttribute("version");
  // Some tools write the units of 1.2 to a file of 1.1: what a translator edits is the same.
  if (root.localName !== "xliff" || !/^1\.[12]$/.test(version ?? "")) {
    const found =
      root.localName !== "xliff"
        ? `<${root.localName}>`
        : `XLIFF ${version ?? "without a version"}`;
    report(positionOf(root), `${found} cannot be read: expected XLIFF 1.2`);
    return undefined;
  }
  const named = elementsOf(root, "file").map((file) => file.getAttribute("target-language"));
  const languages = [...new Set(named.flatMap((tag) => tag || []))];
  if (languages.length <= 1) return languages;
  report(positionOf(root), `several target languages: ${languages.join(", ")}`);
  return undefined;
}

/** The texts of each unit of the catalog, and the names of those that have a malformed one. */
function readUnits(
  root: Element,
  report: ReportAt,
): { readonly found: ReadonlyMap<string, FoundTexts>; readonly malformed: ReadonlySet<string> } {
  const malformed = new Set<string>();
  const found = new Map<string, Map<string, Unit>>();
  for (const element of elementsOf(root, "trans-unit")) {
    const id = element.getAttribute("resname") ?? element.getAttribute("id") ?? "";
    const { unit, field } = parseTextKey(id);
    const reportUnit: ReportAt = (at, message) => {
      report(at, message);
      malformed.add(unit);
    };
    const texts = found.get(unit) ?? new Map<string, Unit>();
    found.set(unit, texts);
    if (texts.has(field)) reportUnit(positionOf(element), `duplicate unit ${JSON.stringify(id)}`);
    else texts.set(field, readUnit(element, reportUnit));
  }
  return { found, malformed };
}

/** The texts of a unit of the catalog; none if nothing of it has a translation. */
function joinTexts(name: string, texts: FoundTexts, locate: Locate): IncomingText[] {
  const translated = [...texts].filter(([, { target }]) => target !== undefined);
  const [first] = translated.map(([, unit]) => unit);
  if (first === undefined) return [];
  return [
    {
      name,
      source: Object.fromEntries([...texts].map(([field, { source }]) => [field, source])),
      sourceHash: first.sourceHash,
      target: Object.fromEntries(translated.map(([field, { target = "" }]) => [field, target])),
      status: translated.map(([, { status }]) => status).reduce(lesserStatus),
      isApproved: translated.every(([, { isApproved }]) => isApproved),
      locate: (field = "") => locate(texts.get(field)?.position ?? first.position),
    },
  ];
}
