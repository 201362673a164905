import { expect, test } from "vitest";
import { emptyCatalog } from "../../../empty-catalog.js";
import { importText, readDrafts, testDocuments } from "../../import-text.js";

testDocuments([
  [
    "signs that may stand for a value",
    "errors.csv",
    "code,message\n1,$amount$ is too low\n2,Customer %NAME% is locked\n3,%d%% is used\n4,No &1 in &2\n5,R&D costs $ 5\n",
    [],
    [
      "1 | null | $amount$ is too low |  | 2 | message",
      "2 | null | Customer %NAME% is locked |  | 3 | message",
      "3 | null | {value}%% is used |  | 4 | message",
      "4 | null | No &1 in &2 |  | 5 | message",
      "5 | null | R&D costs $ 5 |  | 6 | ",
    ],
  ],
]);

test.each([
  [
    "errors.md",
    "| Code | Text |\n|---|---|\n| E_A | A |\n| E_B (deprecated) | B |\n| 3 (removed) | C |\n",
  ],
  [
    "errors.ts",
    'enum Errors {\n  /** A */\n  A = "E_A",\n  /** @deprecated Use A. */\n  B = "E_B",\n  /** C\n   * @deprecated\n   */\n  C = 3,\n}\n',
  ],
  [
    "Errors.java",
    'enum Errors {\n  A("E_A", "A"),\n  @Deprecated\n  B("E_B", "B"),\n  /** @deprecated */\n  C(3, "C");\n}\n',
  ],
  [
    "errors.go",
    'package e\n\nconst (\n\tErrA = "E_A"\n\t// Deprecated: use A.\n\tErrB = "E_B"\n\tErrC = 3 // Deprecated: use A.\n)\n',
  ],
])("an entry says in its notes that %s calls it deprecated", async (file, text) => {
  const workspace = emptyCatalog({ id: "deprecated" });
  expect((await importText(workspace, file, text)).status).toBe(0);
  const notes =
    "The document calls this error deprecated: retire the entry if the API no longer sends it.";
  expect(readDrafts(workspace).map((entry) => [entry.code, entry.notes])).toEqual([
    ["E_A", undefined],
    ["E_B", notes],
    ["3", notes],
  ]);
});
