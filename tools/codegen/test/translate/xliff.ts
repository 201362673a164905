import type { Workspace } from "../acme.js";

/** The texts in the file of a locale. */
export const readLocale = (acme: Workspace, tag: string) => {
  const { $schema, ...texts } = JSON.parse(acme.read(`locales/${tag}.json`));
  return texts;
};

/** An XLIFF document with units as another tool may write them. */
export const xliff = (units: string, language = "de") =>
  `\ufeff<?xml version="1.0"?><xliff version="1.2"><file source-language="en" target-language="${language}"><body>${units}</body></file></xliff>`;

/** The two units of an entry. */
export const unitsOf = (name: string, attributes: string, target: (text: string) => string) =>
  ["Neu.", "Mehr."]
    .map(
      (text, index) =>
        `<trans-unit id="${index}" resname="${name}${index === 0 ? "" : "_description"}"${attributes}><source>s</source>${target(text)}<alt-trans><source>no</source><target>no</target></alt-trans></trans-unit>`,
    )
    .join("");
