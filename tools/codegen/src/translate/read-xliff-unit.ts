import type { Element, Node } from "@xmldom/xmldom";
import type { Translation } from "../catalog/catalog.js";
import { STATUSES } from "../catalog/locale-state.js";
import { oneLine } from "../std/one-line.js";
import type { IncomingText } from "./incoming.js";

/** A place in an XML document, counted from 1. */
export interface Position {
  readonly lineNumber: number;
  readonly columnNumber: number;
}

/** Reports a problem at a place in an XML document. */
export type ReportAt = (at: Partial<Position>, message: string) => void;

/** One text of an entry. */
export interface Unit {
  readonly source: string;
  /** Undefined if there is no translation. */
  readonly target: string | undefined;
  /** The status by the state of the target. */
  readonly status: IncomingText["status"];
  /** Whether the file calls it approved, which some tools do with every text they save. */
  readonly isApproved: boolean;
  readonly sourceHash: string | undefined;
  /** The place of the target, or of the unit if it has none. */
  readonly position: Position;
}

/** Reads a `trans-unit`. */
export function readUnit(element: Element, report: ReportAt): Unit {
  // Proposals of a translation memory are deeper, in `alt-trans`.
  const childrenOf = (localName: string) =>
    elementsOf(element, localName).filter(({ parentNode }) => parentNode === element);
  const [source] = childrenOf("source");
  const [target, second] = childrenOf("target");
  if (second !== undefined) report(positionOf(second), "duplicate <target> in one unit");
  const original = source === undefined ? "" : readSpacedText(source, report);
  const translation = target === undefined ? "" : readSpacedText(target, report);
  // The export puts the source where a translation is missing.
  const isMissing =
    translation === "" || (translation === original && target?.getAttribute("state") === "new");
  return {
    source: original,
    target: isMissing ? undefined : translation,
    status: target === undefined ? "todo" : readStatus(target, element, report),
    isApproved: element.getAttribute("approved") === "yes",
    sourceHash: element.getAttribute("extradata") || undefined,
    position: positionOf(target ?? element),
  };
}

/** The elements of a name inside an element, at any depth. */
export function elementsOf(parent: Element, localName: string): readonly Element[] {
  return [...parent.getElementsByTagNameNS("*", localName)];
}

/** The place of a node. The parser sets it, and its types do not have it. */
export function positionOf(node: Node): Position {
  return node as unknown as Position;
}

function readSpacedText(node: Element, report: ReportAt): string {
  const text = readText(node, report);
  return keepsSpace(node) ? text : oneLine(text);
}

/** Whether white space counts in an element, by the nearest `xml:space`. */
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

/**
 * The text of a node with `{name}` for each placeholder. Marks around a part of the text are
 * ignored.
 */
function readText(node: Node, report: ReportAt): string {
  return [...node.childNodes].map((child) => readChild(child, report)).join("");
}

function readChild(child: Node, report: ReportAt): string {
  if (child.nodeType === child.TEXT_NODE || child.nodeType === child.CDATA_SECTION_NODE)
    return child.nodeValue ?? "";
  if (child.nodeType !== child.ELEMENT_NODE) return "";
  const element = child as Element;
  switch (element.localName) {
    case "x":
    case "ph":
      return readPlaceholder(element);
    case "mrk":
    case "g":
      return readText(element, report);
    default:
      report(positionOf(element), `<${element.localName}> is not allowed in a text`);
      return "";
  }
}

/** Tools keep the name of a placeholder in `equiv-text`, in its content, or in its id. */
function readPlaceholder(element: Element): string {
  const written = [element.getAttribute("equiv-text"), element.textContent];
  return (
    written.find((text) => /^\{\w+\}$/.test(text ?? "")) ?? `{${element.getAttribute("id") ?? ""}}`
  );
}

/** The status of a unit, by the state of its target. A unit that is not approved has no review. */
function readStatus(target: Element, unit: Element, report: ReportAt): Unit["status"] {
  const status = readState(target, report);
  const isRefused = unit.getAttribute("approved") === "no";
  return isRefused && rankOf(status) > rankOf("translated") ? "translated" : status;
}

function rankOf(status: Unit["status"]): number {
  return STATUSES.indexOf(status as Translation["status"]);
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
      return isMachine(target) ? "machine" : "unstated";
    case "needs-translation":
    case "needs-adaptation":
    case "needs-l10n":
      return "todo";
    default:
      // Some tools leave "new" at the texts that they translate.
      if (state !== "" && state !== "new" && !state.startsWith("x-"))
        report(positionOf(target), `${JSON.stringify(state)} is not a state of XLIFF 1.2`);
      return "unstated";
  }
}

function isMachine(target: Element): boolean {
  return /^(leveraged-mt|mt-suggestion)$/.test(target.getAttribute("state-qualifier") ?? "");
}
