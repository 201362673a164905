import { DOMParser, type Element, type Node, ParseError } from "@xmldom/xmldom";
import { STATUSES, textKeys } from "../catalog/locale-state.js";
import type { Location, Problem } from "../problem/problem.js";
import { type Incoming, type IncomingText, lesserStatus, type Texts } from "./outgoing.js";

/** Reads an XLIFF 1.2 document, as this or another tool has written it. */
export function readXliff(file: string, text: string): Incoming {
  const problems: Problem[] = [];
  const locationOf = ({ lineNumber = 1, columnNumber = 1 }: Partial<Position>): Location => ({
    file,
    line: Math.max(lineNumber, 1),
    column: Math.max(columnNumber, 1),
    text,
  });
  const report: ReportAt = (at, message) => {
    problems.push({ rule: "xliff", severity: "error", message, location: locationOf(at) });
  };
  const nothing = { tag: undefined, texts: [], malformed: [], problems };
  const root = parseXml(text, report);
  if (root === undefined) return nothing;
  const version = root.getAttribute("version");
  if (root.localName !== "xliff" || version !== "1.2") {
    const found =
      root.localName === "xliff" ? `XLIFF ${version ?? "of no version"}` : `<${root.localName}>`;
    report(positionOf(root), `${found} cannot be read: expected XLIFF 1.2`);
    return nothing;
  }
  const languages = elements(root, "file").map((each) => each.getAttribute("target-language"));
  const tags = new Set(languages.filter((tag) => tag !== null && tag !== ""));
  if (tags.size > 1) {
    report(positionOf(root), `several target languages: ${[...tags].join(", ")}`);
    return nothing;
  }

  const malformed = new Set<string>();
  const pairs = new Map<string, Partial<Record<keyof Texts, Unit>>>();
  for (const element of elements(root, "trans-unit")) {
    const id = element.getAttribute("resname") ?? element.getAttribute("id") ?? "";
    const name = nameOf(id);
    const refuse: ReportAt = (at, message) => {
      report(at, message);
      malformed.add(name);
    };
    const pair = pairs.get(name) ?? {};
    pairs.set(name, pair);
    const field = id === name ? "message" : "description";
    if (pair[field] === undefined) pair[field] = readUnit(element, refuse);
    else refuse(positionOf(element), `the unit ${JSON.stringify(id)} stands twice`);
  }
  const texts = [...pairs]
    .filter(([name]) => !malformed.has(name))
    .flatMap(([name, pair]) => joinUnits(name, pair, locationOf));
  return { tag: [...tags][0] ?? undefined, texts, malformed: [...malformed], problems };
}

/** The entry that a unit belongs to. */
function nameOf(id: string): string {
  const { description } = textKeys("");
  return id.endsWith(description) ? id.slice(0, -description.length) : id;
}

/** An entry from its units; a text may be missing, or not be translated. */
function joinUnits(
  name: string,
  { message, description }: Partial<Record<keyof Texts, Unit>>,
  locationOf: (at: Partial<Position>) => Location,
): IncomingText[] {
  const units = [message, description].filter((unit) => unit?.target !== undefined) as Unit[];
  const [first] = units;
  if (first === undefined) return [];
  return [
    {
      name,
      source: {
        ...(message && { message: message.source }),
        ...(description && { description: description.source }),
      },
      sourceHash: first.sourceHash,
      target: {
        ...(message?.target !== undefined && { message: message.target }),
        ...(description?.target !== undefined && { description: description.target }),
      },
      status: units.map(({ status }) => status).reduce(lesserStatus),
      locate: (field) =>
        locationOf((field === "description" ? description : message)?.position ?? first.position),
    },
  ];
}

interface Position {
  readonly lineNumber: number;
  readonly columnNumber: number;
}

const positionOf = (node: Node) => node as unknown as Position;

interface Unit {
  readonly source: string;
  readonly target: string | undefined;
  readonly status: IncomingText["status"];
  readonly sourceHash: string | undefined;
  /** Where the target stands, or the unit itself. */
  readonly position: Position;
}

type ReportAt = (at: Partial<Position>, message: string) => void;

function parseXml(text: string, report: ReportAt): Element | undefined {
  let failed = false;
  try {
    const parser = new DOMParser({
      onError: (level, message, context) => {
        if (level === "warning") return;
        failed = true;
        report((context as { locator?: Position }).locator ?? {}, `not valid XML: ${message}`);
      },
    });
    const root = parser.parseFromString(text.replace(/^\ufeff/, ""), "text/xml").documentElement;
    return failed ? undefined : (root ?? undefined);
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    if (!failed)
      report((error.locator ?? {}) as Partial<Position>, `not valid XML: ${error.message}`);
    return undefined;
  }
}

function readUnit(element: Element, report: ReportAt): Unit {
  // Proposals of a translation memory stand deeper, in `alt-trans`.
  const own = (localName: string) =>
    elements(element, localName).filter(({ parentNode }) => parentNode === element);
  const [source] = own("source");
  const [target, second] = own("target");
  if (second !== undefined) report(positionOf(second), "a second target");
  const read = (node: Element) => {
    const text = readText(node, report);
    return keepsSpace(node) ? text : text.replaceAll(/\s+/g, " ").trim();
  };
  const translation = target === undefined ? "" : read(target);
  const group = element.parentNode as Element | null;
  return {
    source: source === undefined ? "" : read(source),
    target: translation === "" ? undefined : translation,
    status: target === undefined ? "todo" : readStatus(target, element, report),
    sourceHash: group?.getAttribute?.("extradata") || undefined,
    position: positionOf(target ?? element),
  };
}

/** Whether white space counts in an element: the nearest `xml:space` says. */
function keepsSpace(element: Element): boolean {
  for (
    let node: Element | null = element;
    node?.getAttribute;
    node = node.parentNode as Element | null
  ) {
    const space = node.getAttribute("xml:space");
    if (space) return space === "preserve";
  }
  return false;
}

/** Text with `{name}` for each placeholder; marks around a text are passed through. */
function readText(node: Node, report: ReportAt): string {
  return [...node.childNodes]
    .map((child) => {
      if (child.nodeType === child.TEXT_NODE || child.nodeType === child.CDATA_SECTION_NODE)
        return child.nodeValue ?? "";
      if (child.nodeType !== child.ELEMENT_NODE) return "";
      const element = child as Element;
      if (element.localName === "x" || element.localName === "ph") return readPlaceholder(element);
      if (element.localName === "mrk" || element.localName === "g")
        return readText(element, report);
      report(positionOf(element), `<${element.localName}> has no place in a text`);
      return "";
    })
    .join("");
}

/** Tools name a placeholder by what it stands for, by its content, or by an id of their own. */
function readPlaceholder(element: Element): string {
  const said = [element.getAttribute("equiv-text"), element.textContent];
  return (
    said.find((text) => /^\{\w+\}$/.test(text ?? "")) ?? `{${element.getAttribute("id") ?? ""}}`
  );
}

/** The status that a target's state and its unit's approval say. */
function readStatus(target: Element, unit: Element, report: ReportAt): Unit["status"] {
  const status = readState(target, report);
  const rank = STATUSES.indexOf(status as (typeof STATUSES)[number]);
  switch (unit.getAttribute("approved")) {
    case "yes":
      return rank > STATUSES.indexOf("reviewed") ? status : "reviewed";
    case "no":
      return rank > STATUSES.indexOf("translated") ? "translated" : status;
    default:
      return status;
  }
}

function readState(target: Element, report: ReportAt): Unit["status"] {
  const state = target.getAttribute("state") ?? "";
  switch (state) {
    case "final":
      return "final";
    case "signed-off":
      return "reviewed";
    case "translated":
      return "translated";
    case "needs-review-translation":
    case "needs-review-adaptation":
    case "needs-review-l10n":
      return /^(leveraged-mt|mt-suggestion)$/.test(target.getAttribute("state-qualifier") ?? "")
        ? "machine"
        : "unsaid";
    case "new":
    case "needs-translation":
    case "needs-adaptation":
    case "needs-l10n":
      return "todo";
    default:
      if (state !== "" && !state.startsWith("x-"))
        report(positionOf(target), `${JSON.stringify(state)} is no state of XLIFF 1.2`);
      return "unsaid";
  }
}

function elements(parent: Element, localName: string): Element[] {
  return [...parent.getElementsByTagNameNS("*", localName)];
}
