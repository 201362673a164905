import { toOutgoing } from "../../translate/outgoing.js";
import { printXliff } from "../../translate/print-xliff.js";
import type { Emitter } from "../emitter.js";
import { GeneratedFile, packagePath } from "../generated-file.js";

/** The texts of each locale as XLIFF 1.2, which `codegen locale export` writes for translators. */
export const emitter: Emitter = {
  name: "messages-xliff",
  from: "locales",
  emit: (catalog) =>
    catalog.locales.map(({ tag }) => {
      const path = packagePath(catalog.manifest, "messages", `formats/xliff/${tag}.xlf`);
      const file = new GeneratedFile(path);
      file.paste(printXliff(toOutgoing(catalog, tag)));
      return file.toFile();
    }),
};
