import { isErrorEntry } from "../../catalog/catalog.js";
import { durationMs } from "../../catalog/duration.js";
import { wireOf } from "../../catalog/wire.js";
import type { Emitter } from "../emitter.js";
import { packageFile } from "../generated-file.js";

/**
 * How long waiting takes, for the step after a failure: apart from the table, since few programs
 * ask.
 */
export const emitter: Emitter = {
  name: "validator-delays",
  from: "catalog.yaml",
  emit: (catalog) => {
    const { entries, manifest } = catalog;
    const ofEntries = entries
      .filter(isErrorEntry)
      .flatMap(({ name, delay }) => (delay === undefined ? [] : [[name, durationMs(delay)]]));
    const ofStatuses = Object.entries(wireOf(manifest).statuses).flatMap(([status, { delay }]) =>
      delay === undefined ? [] : [[status, durationMs(delay)]],
    );
    const file = packageFile(catalog, "validator", "delays.ts", "catalog.yaml");
    const type = "Readonly<Record<string, number>>";
    file.constant(
      "The least milliseconds to wait before a request is sent again, by the error's name.",
      "entryDelays",
      type,
      Object.fromEntries(ofEntries),
    );
    file.line();
    file.constant(
      "The same by the HTTP status of a response that no error explains.",
      "statusDelays",
      type,
      Object.fromEntries(ofStatuses),
    );
    return [file.toFile()];
  },
};
