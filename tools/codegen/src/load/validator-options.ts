import type { Options } from "ajv/dist/2020.js";
import { PATTERN_MESSAGE } from "./describe-violation.js";

/** The options that compile the schemas of hand-edited files. */
export const validatorOptions: Options = {
  verbose: true,
  allowUnionTypes: true,
  strictRequired: false,
  keywords: [PATTERN_MESSAGE],
  // The schemas are codegen's own, and compiling the meta-schema takes longer than all the rest.
  validateSchema: false,
};
