import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Workspace } from "../acme.js";
import { PAYMENTS } from "../test-faults.js";

/** The texts in the file of a locale. */
export const readLocale = (acme: Workspace, tag: string) => {
  const { $schema, ...texts } = JSON.parse(acme.read(`locales/${tag}.json`));
  return texts;
};

/** An XLIFF document with units as another tool may write them. */
export const xliff = (units: string, language = "de") =>
  `\ufeff<?xml version="1.0"?><xliff version="1.2"><file source-language="en" target-language="${language}"><body>${units}</body></file></xliff>`;

/** The source of the second catalog's source locale: the texts of the API. */
const sources = new Map<string, { readonly message: string; readonly description: string }>(
  parse(readFileSync(new URL(`../fixtures/acme/${PAYMENTS}`, import.meta.url), "utf8")).entries.map(
    (entry: { readonly name: string }) => [entry.name, entry],
  ),
);

/** The units of an entry, with its source. */
export const unitsOf = (name: string, attributes: string, target: (text: string) => string) =>
  (["message", "description", "title"] as const)
    .map((field) => {
      const id = field === "message" ? name : `${name}_${field}`;
      const text = { title: "Titel", message: "Neu.", description: "Mehr." }[field];
      const source = field === "title" ? "s" : (sources.get(name)?.[field] ?? "s");
      return `<trans-unit id="${field}" resname="${id}"${attributes}><source>${source}</source>${target(text)}<alt-trans><source>no</source><target>no</target></alt-trans></trans-unit>`;
    })
    .join("");
