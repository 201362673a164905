import { posix } from "node:path";
import type { ErrorEntry, Manifest } from "../catalog/catalog.js";
import type { SiteContext } from "./site-context.js";

/** Prints how a program in TypeScript handles an error. */
export function printExample(
  { catalog: { manifest }, runtime }: SiteContext,
  { name, params, outcome, retry }: ErrorEntry,
): string {
  const { action } = runtime.nextStep({ name, outcome, retry }, { method: "POST" });
  const examples = Object.entries(params).map(
    ([param, { example }]) => `${param}: ${JSON.stringify(example)}`,
  );
  const values =
    examples.length === 0
      ? []
      : [`  const { params } = result.error; // { ${examples.join(", ")} }`];
  return [
    `import { parseResponse } from "${moduleOf(manifest, "index")}";`,
    `import { nextStep } from "${moduleOf(manifest, "next-step")}";`,
    "",
    "const result = parseResponse(body, { httpStatus });",
    `if (result.kind === "error" && result.error.name === "${name}") {`,
    ...values,
    `  const step = nextStep(result, { method: "POST" }); // action: "${action}"`,
    "}",
  ].join("\n");
}

/** The name of a module of the validator, or its path where it is a folder of the project. */
function moduleOf({ packages }: Manifest, module: "index" | "next-step"): string {
  const { name, folder } = packages.validator;
  if (name === undefined) return `./${posix.basename(folder)}/${module}.js`;
  return module === "index" ? name : `${name}/${module}`;
}
