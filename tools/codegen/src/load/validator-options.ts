import type { Options } from "ajv/dist/2020.js";
import { PATTERN_MESSAGE } from "./describe-violation.js";

/** How the schemas of hand-edited files are compiled. */
export const validatorOptions: Options = {
  verbose: true,
  allowUnionTypes: true,
  strictRequired: false,
  keywords: [PATTERN_MESSAGE],
  // The schemas are codegen's own, and compiling the meta-schema takes longer than all the rest.
  validateSchema: false,
};
