import type { Rule } from "../rule.js";

/** The error's class has a name of its own. */
export const rule: Rule = {
  name: "manifest",
  check({ manifest: { errorClass } }, report, places) {
    const taken = TAKEN[errorClass];
    if (taken !== undefined)
      report(places.manifest(["errorClass"]), `${errorClass} is the name of ${taken}`);
  },
};

/** The names that the validator package has already. */
const TAKEN: Readonly<Record<string, string>> = {
  ResponseError: "the class that it extends",
  ApiError: "the type of every error",
  KnownError: "the type of the catalog's errors",
  UnrecognizedError: "the type of an error that the catalog does not list",
};
