import { type Emitter, packageFile } from "../emit.js";
import { outgoing } from "../exchange/exchange.js";
import { printXliff } from "../exchange/print-xliff.js";

/** The texts of each locale as XLIFF 1.2, for the tools of translators: what `codegen locale export` gives. */
export const emitter: Emitter = {
  name: "messages-xliff",
  source: "locales",
  emit: (catalog) =>
    catalog.locales.map(({ tag }) => ({
      path: packageFile(catalog.manifest, "messages", `formats/xliff/${tag}.xlf`),
      text: printXliff(outgoing(catalog, tag)),
    })),
};
