import { splitTemplate } from "../catalog/template.js";
import { textKey } from "../catalog/text-unit.js";
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

/** Prints the texts of a locale as XLIFF 1.2: a group for each unit, with all of its texts. */
export function printXliff({ catalog, tag, sourceLocale, texts }: Outgoing): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff version="1.2" xmlns="${NAMESPACE}">`,
    `  <file original="${catalog}/locales/${tag}.json" datatype="plaintext" source-language="${sourceLocale}" target-language="${tag}">`,
    "    <body>",
    ...texts.flatMap((text) => [
      // When the file comes back, the hash identifies the source that the translator saw.
      `      <group id="${text.name}" extradata="${text.sourceHash}">`,
      ...Object.keys(text.source).flatMap((field, index) => printUnit(text, field, index === 0)),
      "      </group>",
    ]),
    "    </body>",
    "  </file>",
    "</xliff>",
    "",
  ].join("\n");
}

function printUnit(
  { name, source, target, status, notes }: OutgoingText,
  field: string,
  isFirst: boolean,
): string[] {
  const approved = status === "reviewed" || status === "final" ? ' approved="yes"' : "";
  const id = escapeXml(textKey(name, field));
  const text = target?.[field];
  return [
    `        <trans-unit id="${id}" resname="${id}"${approved} xml:space="preserve">`,
    `          <source>${printText(source[field] ?? "")}</source>`,
    ...(text === undefined || status === "missing"
      ? []
      : [`          <target ${STATES[status]}>${printText(text)}</target>`]),
    // The other texts of the group are right below, and need no notes of their own.
    ...(isFirst ? notes.map((note) => `          <note>${escapeXml(note)}</note>`) : []),
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
