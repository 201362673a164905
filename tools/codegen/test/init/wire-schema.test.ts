import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { compile } from "../build.js";
import { propertyRuns } from "../property-runs.js";
import { createProject, STRICT } from "./project.js";

/** `pnpm test:properties` sets more. */
const RUNS = propertyRuns({ quick: 100, thorough: 4000 });

test.each<[name: string, options: readonly string[]]>([
  ["code and message in the body", []],
  ["an envelope", ["--error", "fault", "--code", "id", "--message", "text"]],
  ["an envelope that web frameworks use too", ["--error", "error"]],
  ["a list of errors, and a flag", ["--error", "errors[]", "--failed", "status=false"]],
  ["places and success codes", ["--code", "id,fault.code", "--success", "404,null"]],
])("the wire schema of init for %s and parseResponse agree on every body", async (_, options) => {
  const { root, write, codegen } = createProject({ "package.json": '{ "type": "module" }' });
  await codegen("init", ...options);
  await codegen("generate");
  // That the packages of `init` have correct types is tested with `init`.
  const compilerOptions = { ...STRICT, module: "nodenext", noCheck: true };
  write("tsconfig.json", JSON.stringify({ compilerOptions, include: ["src"] }));
  compile(root);
  const { parseResponse, isErrorBody, responseSchema } = await import(
    pathToFileURL(join(root, "dist/acme-errors/validator/index.js")).href
  );
  const scalar = fc.constantFrom(null, "", "1001", "text", 1001, 404, 1.5, true, [], {});
  const members = (value: fc.Arbitrary<unknown>) =>
    fc.dictionary(
      fc.constantFrom("code", "message", "id", "text", "status", "error", "fault", "errors"),
      value,
    );
  const body = fc.oneof(scalar, fc.array(scalar), members(fc.oneof(scalar, members(scalar))));
  fc.assert(
    fc.property(body, (value) => {
      const { kind } = parseResponse(value);
      expect([isErrorBody(value), kind]).toEqual([kind === "error", kind]);
      const { issues } = responseSchema["~standard"].validate(value);
      expect([issues === undefined, kind]).toEqual([kind !== "invalid", kind]);
    }),
    { numRuns: RUNS },
  );
});
