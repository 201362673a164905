import { isRead } from "../catalog/locale-state.js";
import { textKey } from "../catalog/text-key.js";
import { joinLines } from "../std/join-lines.js";
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
 * Prints the texts of a locale as XLIFF 1.2, in the form that tools for translators lose nothing
 * of: placeholders are plain text, since tools drop or garble inline elements; a text without a
 * translation has its source as target, since some tools translate only targets; and each text has
 * all notes, since tools show one text at a time.
 */
export function printXliff(outgoing: Outgoing): string {
  return [...joinLines(printXliffLines(outgoing))].join("");
}

/** Prints the same line by line, or several lines at once. */
export function* printXliffLines(outgoing: Outgoing): Generator<string> {
  const { catalog, tag, sourceLocale, texts } = outgoing;
  yield '<?xml version="1.0" encoding="UTF-8"?>';
  yield `<xliff version="1.2" xmlns="${NAMESPACE}">`;
  yield `  <file original="${catalog}/locales/${tag}.json" datatype="plaintext" source-language="${sourceLocale}" target-language="${tag}">`;
  yield "    <body>";
  for (const text of texts) yield* printUnits(text);
  yield "    </body>";
  yield "  </file>";
  yield "</xliff>";
}

/** Prints a unit of XLIFF for each field. */
function* printUnits(text: OutgoingText): Generator<string> {
  const { name, source, sourceHash, target, status } = text;
  const approved = isRead(status) ? ' approved="yes"' : "";
  // Without "from", tools take a note for a translator's.
  const notes = text.notes
    .map((note) => `\n        <note from="developer">${escapeXml(note)}</note>`)
    .join("");
  for (const [field, original] of Object.entries(source)) {
    const id = escapeXml(textKey(name, field));
    const translated = status === "missing" ? undefined : target?.[field];
    const state = translated === undefined || status === "missing" ? 'state="new"' : STATES[status];
    // When the file comes back, the hash identifies the source that the translator saw.
    const attributes = `id="${id}" resname="${id}" extradata="${sourceHash}"${approved}`;
    yield `      <trans-unit ${attributes} xml:space="preserve">
        <source>${escapeXml(original)}</source>
        <target ${state}>${escapeXml(translated ?? original)}</target>${notes}
      </trans-unit>`;
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

/** A quick test that most texts pass: it also matches some plain characters. */
const MAY_BE_SPECIAL = /[^\t\n\r -!#-%'-;=?-\ud7ff]/;

function escapeXml(text: string): string {
  if (!MAY_BE_SPECIAL.test(text)) return text;
  return text.replace(NOT_PLAIN, (character) => ESCAPES[character] ?? "\ufffd");
}
