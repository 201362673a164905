import { printJson } from "../std/print-json.js";
import type { Outgoing, OutgoingText, Texts } from "./outgoing.js";

/** An entry in a JSON file for translators. */
export interface JsonText extends Texts {
  readonly notes?: readonly string[];
  readonly source: Texts;
  readonly sourceHash?: string;
  readonly status: OutgoingText["status"];
}

/**
 * Prints the texts of a locale as JSON, for translators who edit by hand or with a tool of their
 * own.
 */
export function printTextsJson({ catalog, tag, sourceLocale, texts }: Outgoing): string {
  const items = texts.map((text) => [text.name, toJsonText(text)]);
  return printJson({ catalog, locale: tag, sourceLocale, texts: Object.fromEntries(items) });
}

function toJsonText({ notes, source, sourceHash, target, status }: OutgoingText): JsonText {
  const { message = "", description = "" } = target ?? {};
  return {
    notes,
    source: { message: source.message, description: source.description },
    sourceHash,
    message,
    description,
    status,
  };
}
