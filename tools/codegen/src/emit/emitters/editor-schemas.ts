import { editorSchemas } from "../../catalog/file-schemas.js";
import type { Emitter } from "../emitter.js";
import { jsonFile } from "../generated-file.js";

/**
 * `generated/*.schema.json`: the form of each file that is edited by hand. Editors complete and
 * check from them.
 */
export const emitter: Emitter = {
  name: "editor-schemas",
  from: "catalog.yaml",
  emit: ({ manifest }) =>
    Object.entries(editorSchemas(manifest)).map(([file, schema]) =>
      jsonFile(`generated/${file}`, schema),
    ),
};
