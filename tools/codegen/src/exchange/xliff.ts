import { DOMParser, type Element, type Node, ParseError } from "@xmldom/xmldom";
import type { Translation } from "../catalog.js";
import { STATUSES, textKeys } from "../locale-state.js";
import type { Location, Problem } from "../problem.js";
import { splitTemplate } from "../template.js";
import type { Incoming, IncomingText, Outgoing, OutgoingText, Texts } from "./exchange.js";

const NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2";

/** How a status is said in XLIFF 1.2, as attributes of `target`. */
const STATES: Readonly<Record<Exclude<OutgoingText["status"], "missing">, string>> = {
  machine: 'state="needs-review-translation" state-qualifier="leveraged-mt"',
  translated: 'state="translated"',
  reviewed: 'state="signed-off"',
  final: 'state="final"',
  stale: 'state="needs-translation"',
};

/** A locale as XLIFF 1.2: one group an entry, with a unit for the message and one for the description. */
export function printXliff({ tag, sourceLocale, texts }: Outgoing): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff version="1.2" xmlns="${NAMESPACE}">`,
    `  <file original="locales/${tag}.json" datatype="plaintext" source-language="${sourceLocale}" target-language="${tag}">`,
    "    <body>",
    ...texts.flatMap((text) => {
      const keys = textKeys(text.name);
      return [
        `      <group id="${text.name}">`,
        ...printUnit(keys.message, text, "message"),
        ...printUnit(keys.description, text, "description"),
        "      </group>",
      ];
    }),
    "    </body>",
    "  </file>",
    "</xliff>",
    "",
  ].join("\n");
}

function printUnit(
  id: string,
  { source, target, status, notes }: OutgoingText,
  field: keyof Texts,
): string[] {
  const approved = status === "reviewed" || status === "final" ? ' approved="yes"' : "";
  return [
    `        <trans-unit id="${id}"${approved} xml:space="preserve">`,
    `          <source>${printText(source[field])}</source>`,
    ...(target === undefined || status === "missing"
      ? []
      : [`          <target ${STATES[status]}>${printText(target[field])}</target>`]),
    // They would only be repeated at the description, which stands right below.
    ...(field === "message"
      ? notes.map((note) => `          <note>${escapeXml(note)}</note>`)
      : []),
    "        </trans-unit>",
  ];
}

function printText(text: string): string {
  return splitTemplate(text)
    .map((piece, index) =>
      index % 2 === 0 ? escapeXml(piece) : `<x id="${piece}" equiv-text="{${piece}}"/>`,
    )
    .join("");
}

/** The characters that XML 1.0 cannot have, not even escaped. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function escapeXml(text: string): string {
  return text
    .replace(NOT_XML, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Reads an XLIFF 1.2 document, as this or another tool has written it. */
export function readXliff(file: string, text: string): Incoming {
  const problems: Problem[] = [];
  const locationOf = ({ lineNumber = 1, columnNumber = 1 }: Partial<Position>): Location => ({
    file,
    line: Math.max(lineNumber, 1),
    column: Math.max(columnNumber, 1),
    text,
  });
  const report = (at: Partial<Position>, message: string) => {
    problems.push({ rule: "xliff", severity: "error", message, location: locationOf(at) });
  };
  const root = parseXml(text, report);
  if (root === undefined) return { tag: undefined, texts: [], problems };
  const version = root.getAttribute("version");
  if (root.localName !== "xliff" || version !== "1.2") {
    const found = root.localName === "xliff" ? `XLIFF ${version}` : `<${root.localName}>`;
    report(root as Position, `${found} cannot be read: expected XLIFF 1.2`);
    return { tag: undefined, texts: [], problems };
  }
  const tags = new Set(elements(root, "file").map((each) => each.getAttribute("target-language")));
  if (tags.size > 1) report(root as Position, `several target languages: ${[...tags].join(", ")}`);

  const units = new Map<string, Unit>();
  for (const element of elements(root, "trans-unit")) {
    const id = element.getAttribute("id") ?? "";
    if (units.has(id)) report(element as Position, `the unit ${JSON.stringify(id)} stands twice`);
    else units.set(id, readUnit(element, report));
  }
  const texts: IncomingText[] = [];
  for (const [id, unit] of units) {
    const isDescription = id.endsWith(textKeys("").description);
    const name = isDescription ? id.slice(0, -textKeys("").description.length) : id;
    const message = units.get(name);
    const description = units.get(textKeys(name).description);
    if (message === undefined || description === undefined) {
      const lacking = isDescription ? "message" : "description";
      report(unit.position, `${name} has no unit for its ${lacking}`);
      continue;
    }
    // Each pair is met twice.
    if (isDescription) continue;
    const [first, second] = [message.target, description.target];
    if (first === undefined && second === undefined) continue;
    if (first === undefined || second === undefined) {
      const [field, at] = first === undefined ? ["message", message] : ["description", description];
      report((at as Unit).position, `the ${field} of ${name} is not translated, its other text is`);
      continue;
    }
    texts.push({
      name,
      source: { message: message.source, description: description.source },
      target: { message: first, description: second },
      status: lesser(message.status, description.status),
      locate: (field) =>
        locationOf(field === "description" ? description.position : message.position),
    });
  }
  return { tag: [...tags][0] ?? undefined, texts, problems };
}

interface Position {
  readonly lineNumber: number;
  readonly columnNumber: number;
}

interface Unit {
  readonly source: string;
  readonly target: string | undefined;
  readonly status: Translation["status"] | undefined;
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
  const [source] = elements(element, "source");
  // Proposals of a translation memory stand deeper, in `alt-trans`.
  const target = elements(element, "target").find(({ parentNode }) => parentNode === element);
  const read = target === undefined ? undefined : readText(target, report);
  const isTranslated = read !== undefined && read !== "";
  return {
    source: source === undefined ? "" : readText(source, report),
    target: isTranslated ? read : undefined,
    status: target === undefined ? undefined : readState(target, element, report),
    position: (target ?? element) as unknown as Position,
  };
}

/** Text with `{name}` for each placeholder; marks around a text are passed through. */
function readText(node: Node, report: ReportAt): string {
  return [...node.childNodes]
    .map((child) => {
      if (child.nodeType === child.TEXT_NODE || child.nodeType === child.CDATA_SECTION_NODE)
        return child.nodeValue ?? "";
      if (child.nodeType !== child.ELEMENT_NODE) return "";
      const element = child as Element;
      if (element.localName === "x" || element.localName === "ph")
        return `{${element.getAttribute("id") ?? ""}}`;
      if (element.localName === "mrk" || element.localName === "g")
        return readText(element, report);
      report(element as unknown as Position, `<${element.localName}> has no place in a text`);
      return "";
    })
    .join("");
}

function readState(target: Element, unit: Element, report: ReportAt): Unit["status"] {
  const state = target.getAttribute("state");
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
        : "translated";
    case "new":
    case "needs-translation":
    case "needs-adaptation":
    case "needs-l10n":
      return undefined;
    default:
      if (state !== null && !state.startsWith("x-"))
        report(target as unknown as Position, `${JSON.stringify(state)} is no state of XLIFF 1.2`);
      return unit.getAttribute("approved") === "yes" ? "reviewed" : undefined;
  }
}

/** An entry is as trusted as the less trusted of its two texts. */
function lesser(one: Unit["status"], other: Unit["status"]): Unit["status"] {
  if (one === undefined || other === undefined) return undefined;
  return STATUSES.indexOf(one) < STATUSES.indexOf(other) ? one : other;
}

function elements(parent: Element, localName: string): Element[] {
  return [...parent.getElementsByTagNameNS("*", localName)];
}
