import pc from "picocolors";
import type { Catalog } from "../../catalog/catalog.js";
import { showInLine } from "../../characters/unseen.js";
import { listSome } from "../../std/list-some.js";

/** Says which modules of the manifest were not run, on stderr: a report may be on stdout. */
export function reportSkipped(catalog: Catalog | undefined, custom: boolean): void {
  reportSkippedRules(catalog, custom);
  if (custom) return;
  report(
    catalog?.manifest.emitters,
    "Files of custom emitters were neither compared nor changed, and no file was removed.",
  );
}

/** Says which rules of the manifest were not run. */
export function reportSkippedRules(catalog: Catalog | undefined, custom: boolean): void {
  if (!custom) report(catalog?.manifest.rules, "What custom rules would report is not known.");
}

function report(modules: readonly string[] = [], consequence: string): void {
  if (modules.length === 0) return;
  const names = showInLine(listSome(modules, 10));
  console.error(
    pc.yellow(`--no-custom: ${names} ${modules.length === 1 ? "was" : "were"} not run.`),
    consequence,
  );
}
