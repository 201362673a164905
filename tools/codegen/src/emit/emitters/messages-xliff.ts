import { joinLines } from "../../std/join-lines.js";
import { toOutgoing } from "../../translate/outgoing.js";
import { printXliffLines } from "../../translate/print-xliff.js";
import { longFile } from "../../write/long-file.js";
import type { Emitter } from "../emitter.js";
import { packagePath } from "../generated-file.js";

/** The texts of each locale as XLIFF 1.2, which `codegen locale export` writes for translators. */
export const emitter: Emitter = {
  name: "messages-xliff",
  from: "locales",
  emit: (catalog) =>
    catalog.locales.map(({ tag }) => {
      const path = packagePath(catalog.manifest, "messages", `formats/xliff/${tag}.xlf`);
      return longFile(path, () => joinLines(printXliffLines(toOutgoing(catalog, tag))));
    }),
};
