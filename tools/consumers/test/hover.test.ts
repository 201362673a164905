import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeConsumer } from "./consumer.js";

// TypeScript 7 has no language service for JavaScript yet.
const ts = createRequire(import.meta.url)("typescript-5.4") as typeof import("typescript-5.4");

test("an editor shows an error's description at its name", () => {
  const text = `import { identify, matchError, type ErrorEntries } from "@hashkey-errors/validator";
matchError(identify("0211"), { /*handler*/ORDER_NOT_FOUND: (error) => error.code, _: () => "" });
type Code = ErrorEntries[/*index*/"ORDER_NOT_FOUND"];
matchError(identify("0211"), { _: () => "", /*complete*/ });
`;
  const file = join(writeConsumer({ "hover.ts": text }), "hover.ts");
  const service = ts.createLanguageService({
    getCompilationSettings: () => ({ module: ts.ModuleKind.NodeNext, strict: true }),
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
  });
  const after = (mark: string) => text.indexOf(mark) + mark.length;
  const documentation = "Our server not able to locate the orderId defined";
  const hover = service.getQuickInfoAtPosition(file, after('/*index*/"'));
  expect(ts.displayPartsToString(hover?.documentation)).toContain(documentation);
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
