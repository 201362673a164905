import { isErrorEntry } from "../../catalog/catalog.js";
import { durationMs } from "../../catalog/duration.js";
import { wireOf } from "../../catalog/wire.js";
import type { Emitter } from "../emitter.js";
import { packageFile } from "../generated-file.js";

/** Emits the waits of the step after a failure: apart from the table, since few programs ask. */
export const emitter: Emitter = {
  name: "validator-delays",
  from: "catalog.yaml",
  emit: (catalog) => {
    const { entries, manifest } = catalog;
    const ofEntries = entries
      .filter(isErrorEntry)
      .flatMap(({ name, delay }) =>
        delay === undefined ? [] : [[name, durationMs(delay)] as const],
      );
    const ofStatuses = Object.entries(wireOf(manifest).statuses).flatMap(([status, { delay }]) =>
      delay === undefined ? [] : [[status, durationMs(delay)] as const],
    );
    // An unrecognized error waits because of a status that it does not carry.
    const longest = Math.max(0, ...ofStatuses.map(([, delay]) => delay));
    const delays = [
      ...ofEntries,
      ...ofStatuses,
      ...(longest > 0 ? [["UNRECOGNIZED", longest]] : []),
    ];
    const file = packageFile(catalog, "validator", "delays.ts", "catalog.yaml");
    file.constant(
      "The least milliseconds to wait before a request is sent again, by the error's name, or by the HTTP status of a response that no error explains.",
      "delays",
      "Readonly<Record<string, number>>",
      Object.fromEntries(delays),
    );
    return [file.toFile()];
  },
};
