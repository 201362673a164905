import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeConsumer } from "./consumer.js";

// TypeScript 7 has no language service for JavaScript yet.
const ts = createRequire(import.meta.url)("typescript-5.4") as typeof import("typescript-5.4");

/** Keeps the files that several language services read. */
const registry = ts.createDocumentRegistry();

/** The language service of an editor for one file, and the position after a mark in it. */
function openInEditor(text: string) {
  const file = join(writeConsumer({ "hover.ts": text }), "hover.ts");
  const host: import("typescript-5.4").LanguageServiceHost = {
    getCompilationSettings: () => ({
      module: ts.ModuleKind.NodeNext,
      strict: true,
      lib: ["lib.es2022.d.ts"],
      types: [],
    }),
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
    getScriptSnapshot: (name) => {
      const content = ts.sys.readFile(name);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => join(file, ".."),
    getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
  };
  const service = ts.createLanguageService(host, registry);
  const after = (mark: string) => text.indexOf(mark) + mark.length;
  const documentationAt = (mark: string) =>
    ts.displayPartsToString(service.getQuickInfoAtPosition(file, after(mark))?.documentation);
  return { file, service, after, documentationAt };
}

test("an editor shows an error's description at its name", () => {
  const text = `import { identify, matchError, type ErrorEntries, type ErrorParams } from "@hashkey-errors/validator";
matchError(identify("0211"), { /*handler*/ORDER_NOT_FOUND: (error) => error.code, _: () => "" });
type Code = ErrorEntries[/*index*/"ORDER_NOT_FOUND"];
type Params = ErrorParams[/*params*/"ORDER_NOT_FOUND"];
matchError(identify("0211"), { _: () => "", /*complete*/ });
`;
  const { file, service, after, documentationAt } = openInEditor(text);
  const documentation = "Our server not able to locate the orderId defined";
  expect(documentationAt('/*index*/"')).toContain(documentation);
  expect(documentationAt('/*params*/"')).toContain(documentation);
  const details = service.getCompletionEntryDetails(
    file,
    after("/*complete*/"),
    "ORDER_NOT_FOUND",
    {},
    undefined,
    {},
    undefined,
  );
  expect(ts.displayPartsToString(details?.documentation)).toContain(documentation);
  const handler = service.getQuickInfoAtPosition(file, after("/*handler*/"));
  expect(ts.displayPartsToString(handler?.displayParts)).toContain(
    'KnownErrorOf<"ORDER_NOT_FOUND">',
  );
  const definition = service.getDefinitionAtPosition(file, after("/*handler*/"));
  expect(definition?.map(({ fileName }) => fileName).join()).toContain("entries.d.ts");
});

test("an editor says of each member which failure it is about, also where the union joins comments", () => {
  const { documentationAt } = openInEditor(`import { identify } from "@hashkey-errors/validator";
import type { Failure } from "@hashkey-errors/types";
declare const failure: Failure;
const error = identify("0211");
error./*outcome*/outcome; error./*retry*/retry; error./*code*/code;
failure./*any outcome*/outcome; failure./*any retry*/retry;
if (error.name === "ORDER_NOT_FOUND") error./*known*/outcome;
if (error.name === "UNRECOGNIZED") error./*unrecognized*/outcome;
`);
  const known = "The outcome of this one request. Only `rejected` means that nothing happened.";
  const unrecognized =
    "The outcome of an `UNRECOGNIZED` error: not known, unless the HTTP status alone says it.";
  const step = "The step that has to come before the request is sent again.";
  const linesAt = (mark: string) =>
    documentationAt(mark)
      .replaceAll(/(?<!\.)\n/g, " ")
      .split("\n");
  expect(linesAt("/*outcome*/")).toEqual([known, unrecognized]);
  expect(linesAt("/*known*/")).toEqual([known]);
  expect(linesAt("/*unrecognized*/")).toEqual([unrecognized]);
  expect(linesAt("/*retry*/")).toEqual([
    step,
    "The step after an `UNRECOGNIZED` error: first find out what happened, then decide; `after-delay` where the HTTP status asks to wait.",
  ]);
  expect(linesAt("/*code*/")).toEqual([
    "The code as documented. The body has the code as received.",
    "The code of an `UNRECOGNIZED` error: as received, as a string.",
  ]);
  expect(linesAt("/*any outcome*/")).toEqual([
    known,
    unrecognized,
    "The outcome of an `INVALID_RESPONSE`: not known, unless the HTTP status alone says it.",
    "The outcome of `NO_RESPONSE`: `rejected` only where the request cannot have been sent.",
  ]);
  expect(linesAt("/*any retry*/").filter((line) => line === step)).toHaveLength(1);
  expect(linesAt("/*any retry*/")).toHaveLength(4);
});
