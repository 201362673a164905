import { testFaults } from "../test-faults.js";

testFaults("the rule locales", [
  {
    name: "a source locale without a file",
    edit: ["catalog.yaml", "sourceLocale: de", "sourceLocale: nl"],
    problems: [
      "locales: there is no source locale nl: expected locales/nl.json @ catalog.yaml: nl",
    ],
  },
  {
    name: "an alias that is not a tag",
    edit: ["catalog.yaml", "pt: pt-BR", "../pt: pt-BR"],
    problems: ['locales: "../pt" is not a canonical BCP 47 tag @ catalog.yaml: pt-BR'],
  },
  {
    name: "an alias that is not written as BCP 47 prefers",
    edit: ["catalog.yaml", "pt: pt-BR", "PT: pt-BR"],
    problems: ['locales: "PT" is not a canonical BCP 47 tag | write pt @ catalog.yaml: pt-BR'],
  },
  {
    name: "an alias of a locale that does not exist",
    edit: ["catalog.yaml", "pt: pt-BR", "pt: pt-PT"],
    problems: [
      'locales: pt stands for pt-PT, but locales/pt-PT.json does not exist | did you mean "pt-BR"? @ catalog.yaml: pt-PT',
    ],
  },
  {
    name: "an alias that is a locale",
    edit: ["catalog.yaml", "pt: pt-BR", "de: pt-BR"],
    problems: ["locales: de cannot be an alias: locales/de.json exists @ catalog.yaml: pt-BR"],
  },
  {
    name: "a locale that is named as the pseudo-locale",
    files: { "locales/de-XA.json": "{}" },
    problems: [
      "locales: de-XA is reserved: codegen generates it as the pseudo-locale for tests @ locales/de-XA.json: {}",
    ],
  },
  {
    name: "a locale whose name is not a tag",
    files: { "locales/german.txt.json": "{}" },
    problems: ['locales: "german.txt" is not a canonical BCP 47 tag @ locales/german.txt.json: {}'],
  },
]);
