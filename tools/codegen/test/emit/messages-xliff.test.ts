import { expect, test } from "vitest";
import { emitFile } from "./tiny-catalog.js";

test("the XLIFF of a locale has each text with its source, its state and notes for the translator", async () => {
  const text = await emitFile("../messages/src/generated/formats/xliff/de.xlf");
  expect(text.split("\n").slice(0, 4)).toEqual([
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">',
    '  <file original="acme-errors/locales/de.json" datatype="plaintext" source-language="en" target-language="de">',
    "    <body>",
  ]);
  const start = text.indexOf('      <trans-unit id="ITEM_NOT_FOUND');
  const notes = `        <note from="developer">The API sends: Item '{item}' not found</note>
        <note from="developer">category: request; outcome: rejected; retry: after-fix</note>
        <note from="developer">{item}: The id of the item (A7)</note>
      </trans-unit>
`;
  const unitOf = (id: string) =>
    `      <trans-unit id="${id}" resname="${id}" extradata="cb3682aab5ae" xml:space="preserve">\n`;
  const wanted = `${unitOf("ITEM_NOT_FOUND_title")}        <source>Error</source>
        <target state="needs-translation">Error</target>
${notes}${unitOf("ITEM_NOT_FOUND")}        <source>There is no item {item}.</source>
        <target state="needs-translation">Artikel {item} fehlt.</target>
${notes}${unitOf("ITEM_NOT_FOUND_description")}        <source>Check its id.</source>
        <target state="needs-translation"></target>
${notes}${unitOf("ITEM_NOT_FOUND_paramless")}        <source>No such item.</source>
        <target state="new">No such item.</target>
${notes}`;
  expect(text.slice(start, start + wanted.length)).toBe(wanted);
});

test("a text that is missing has its source as target, marked as new", async () => {
  const text = await emitFile("../messages/src/generated/formats/xliff/de.xlf");
  expect(text).toContain(`        <source>The server's busy.</source>
        <target state="new">The server's busy.</target>`);
});

test("the XLIFF of a locale has the texts for developers, which it may leave out", async () => {
  const text = await emitFile("../messages/src/generated/formats/xliff/de.xlf");
  const start = text.indexOf('<trans-unit id="SERVER_BUSY_developer"');
  expect(text.slice(text.indexOf("\n", start))).toMatch(`
        <source>Look the item up by its id.</source>
        <target state="new">Look the item up by its id.</target>
        <note from="developer">For the developer of a client, not for its users.</note>`);
});
