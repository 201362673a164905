import { outgoing } from "../../translate/outgoing.js";
import { printXliff } from "../../translate/print-xliff.js";
import { type Emitter, packageFile } from "../emitter.js";

/** The texts of each locale as XLIFF 1.2, for the tools of translators: what `codegen locale export` gives. */
export const emitter: Emitter = {
  name: "messages-xliff",
  from: "locales",
  emit: (catalog) =>
    catalog.locales.map(({ tag }) => ({
      path: packageFile(catalog.manifest, "messages", `formats/xliff/${tag}.xlf`),
      text: printXliff(outgoing(catalog, tag)),
    })),
};
