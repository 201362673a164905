import { testFaults } from "../test-faults.js";

testFaults("the rule packages", [
  {
    name: "a folder that another package has",
    edit: ["catalog.yaml", "../out/messages", "../out/./validator"],
    problems: [
      "packages: ../out/./validator is also the folder of validator @ catalog.yaml: ../out/./validator }",
    ],
  },
  {
    name: "a folder inside the folder of another package",
    edit: ["catalog.yaml", "../out/messages", "../out/types/messages"],
    problems: [
      "packages: ../out/types/messages and the folder of types overlap @ catalog.yaml: ../out/types/messages }",
    ],
  },
  {
    name: "a folder that holds the catalog",
    edit: ["catalog.yaml", "../out/messages", ".."],
    problems: [
      "packages: .. holds the catalog, which is edited by hand @ catalog.yaml: .. }",
      "packages: .. and the folder of types overlap @ catalog.yaml: .. }",
      "packages: .. and the folder of validator overlap @ catalog.yaml: .. }",
    ],
  },
  {
    name: "a folder that is edited by hand",
    edit: ["catalog.yaml", "../out/messages", "locales"],
    problems: [
      "packages: locales lies in locales/, which is edited by hand @ catalog.yaml: locales }",
    ],
  },
  {
    name: "an absolute folder",
    edit: ["catalog.yaml", "../out/messages", "/out/messages"],
    problems: [
      "packages: /out/messages is not relative to the manifest @ catalog.yaml: /out/messages }",
    ],
  },
  {
    name: "a package without a name beside named ones",
    edit: ["catalog.yaml", 'name: "@acme/error-messages", ', ""],
    problems: [
      "packages: messages has no name, but types has: name all packages, or none @ catalog.yaml: { folder: ../out/messages",
    ],
  },
  {
    name: "a name that another package has",
    edit: ["catalog.yaml", "@acme/error-messages", "@acme/errors"],
    problems: [
      'packages: @acme/errors is also the name of validator @ catalog.yaml: { name: "@acme/errors", f',
    ],
  },
  {
    name: "overlapping folders where only generated/ is codegen's",
    edits: [
      ["catalog.yaml", "../out/messages", "../out/types/messages"],
      ["catalog.yaml", "runtime: true", "runtime: false"],
    ],
    problems: [],
  },
]);
