import { textKey } from "../catalog/text-unit.js";
import { LineJoiner } from "../std/line-joiner.js";
import type { Outgoing, OutgoingText } from "./outgoing.js";

const NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2";

/** Each status as attributes of `target` in XLIFF 1.2. */
const STATES: Readonly<Record<Exclude<OutgoingText["status"], "missing">, string>> = {
  machine: 'state="needs-review-translation" state-qualifier="leveraged-mt"',
  translated: 'state="translated"',
  reviewed: 'state="signed-off"',
  final: 'state="final"',
  stale: 'state="needs-translation"',
};

/**
 * Prints the texts of a locale as XLIFF 1.2, in the form that tools for translators lose nothing of:
 * placeholders are plain text, since tools drop or garble inline elements; a text without a
 * translation has its source as target, since some tools translate only targets; and each text has
 * all notes, since tools show one text at a time.
 */
export function printXliff({ catalog, tag, sourceLocale, texts }: Outgoing): string {
  const lines = new LineJoiner();
  lines.add('<?xml version="1.0" encoding="UTF-8"?>');
  lines.add(`<xliff version="1.2" xmlns="${NAMESPACE}">`);
  lines.add(
    `  <file original="${catalog}/locales/${tag}.json" datatype="plaintext" source-language="${sourceLocale}" target-language="${tag}">`,
  );
  lines.add("    <body>");
  for (const text of texts) addUnits(lines, text);
  lines.add("    </body>");
  lines.add("  </file>");
  lines.add("</xliff>");
  return lines.toText();
}

/** Adds a unit of XLIFF for each field. */
function addUnits(lines: LineJoiner, text: OutgoingText): void {
  const { name, source, sourceHash, target, status } = text;
  const approved = status === "reviewed" || status === "final" ? ' approved="yes"' : "";
  // Without "from", tools take a note for a translator's.
  const notes = text.notes.map(
    (note) => `        <note from="developer">${escapeXml(note)}</note>`,
  );
  for (const [field, original] of Object.entries(source)) {
    const id = escapeXml(textKey(name, field));
    const translated = status === "missing" ? undefined : target?.[field];
    const state = translated === undefined || status === "missing" ? 'state="new"' : STATES[status];
    // When the file comes back, the hash identifies the source that the translator saw.
    const attributes = `id="${id}" resname="${id}" extradata="${sourceHash}"${approved}`;
    lines.add(`      <trans-unit ${attributes} xml:space="preserve">`);
    lines.add(`        <source>${escapeXml(original)}</source>`);
    lines.add(`        <target ${state}>${escapeXml(translated ?? original)}</target>`);
    for (const note of notes) lines.add(note);
    lines.add("      </trans-unit>");
  }
}

/** Characters that XML 1.0 has an escape for, and characters that it cannot hold even escaped. */
const NOT_PLAIN = /[&<>"]|[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

function escapeXml(text: string): string {
  return text.replace(NOT_PLAIN, (character) => ESCAPES[character] ?? "\ufffd");
}
