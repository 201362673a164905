import type { Texts } from "../catalog/text-unit.js";
import { printJson } from "../std/print-json.js";
import type { Outgoing, OutgoingText } from "./outgoing.js";

/** A unit in a JSON file for translators. */
export interface JsonText {
  readonly notes?: readonly string[];
  readonly source: Texts;
  readonly sourceHash?: string;
  /** The translation, with an empty text where there is none. */
  readonly target: Texts;
  readonly status: OutgoingText["status"];
}

/**
 * Prints the texts of a locale as JSON, for translators who edit by hand or with a tool of their
 * own.
 */
export function printTextsJson({ catalog, tag, sourceLocale, texts }: Outgoing): string {
  const items = [...texts].map((text) => [text.name, toJsonText(text)]);
  return printJson({ catalog, locale: tag, sourceLocale, texts: Object.fromEntries(items) });
}

function toJsonText({ notes, source, sourceHash, target, status }: OutgoingText): JsonText {
  const fields = Object.keys(source);
  return {
    notes,
    source,
    sourceHash,
    target: Object.fromEntries(fields.map((field) => [field, target?.[field] ?? ""])),
    status,
  };
}
