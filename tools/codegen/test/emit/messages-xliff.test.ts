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
  const start = text.indexOf('      <group id="ITEM_NOT_FOUND"');
  expect(
    text.slice(start, text.indexOf("      <group", start + 1)),
  ).toBe(`      <group id="ITEM_NOT_FOUND" extradata="cb3682aab5ae">
        <trans-unit id="ITEM_NOT_FOUND_title" resname="ITEM_NOT_FOUND_title" xml:space="preserve">
          <source>Error</source>
          <target state="needs-translation">Error</target>
          <note>The API sends: Item '{item}' not found</note>
          <note>category: request; outcome: rejected; retry: after-fix</note>
          <note>{item}: The id of the item (A7)</note>
        </trans-unit>
        <trans-unit id="ITEM_NOT_FOUND" resname="ITEM_NOT_FOUND" xml:space="preserve">
          <source>There is no item <x id="item" equiv-text="{item}"/>.</source>
          <target state="needs-translation">Artikel <x id="item" equiv-text="{item}"/> fehlt.</target>
        </trans-unit>
        <trans-unit id="ITEM_NOT_FOUND_description" resname="ITEM_NOT_FOUND_description" xml:space="preserve">
          <source>Check its id.</source>
          <target state="needs-translation"></target>
        </trans-unit>
        <trans-unit id="ITEM_NOT_FOUND_paramless" resname="ITEM_NOT_FOUND_paramless" xml:space="preserve">
          <source>No such item.</source>
        </trans-unit>
      </group>
`);
});

test("a text that is missing has no target", async () => {
  const text = await emitFile("../messages/src/generated/formats/xliff/de.xlf");
  expect(text).toContain(`          <source>The server's busy.</source>
        </trans-unit>`);
});

test("the XLIFF of a locale has the texts for developers, which it may leave out", async () => {
  const text = await emitFile("../messages/src/generated/formats/xliff/de.xlf");
  expect(
    text,
  ).toContain(`<trans-unit id="SERVER_BUSY_developer" resname="SERVER_BUSY_developer" xml:space="preserve">
          <source>Look the item up by its id.</source>
          <note>For the developer of a client, not for its users.</note>`);
});
