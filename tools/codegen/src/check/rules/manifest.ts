import { vocabularyOf } from "../../catalog/vocabulary.js";
import { didYouMean } from "../../problem/did-you-mean.js";
import type { Rule } from "../rule.js";

/** Every category has a status for problem details and no other has, and the error's class has a name of its own. */
export const rule: Rule = {
  name: "manifest",
  check({ manifest: { problemStatus, errorClass }, schema }, report, places) {
    const categories = vocabularyOf(schema, "Category").oneOf.map((word) => word.const);
    for (const category of categories.filter((name) => !Object.hasOwn(problemStatus, name))) {
      report(places.manifest(["problemStatus"]), `the category "${category}" has no status`);
    }
    for (const name of Object.keys(problemStatus).filter((key) => !categories.includes(key))) {
      const hint = didYouMean(name, categories);
      report(
        places.manifest(["problemStatus", name]),
        `"${name}" is no category of catalog.schema.json`,
        { ...(hint !== undefined && { hint }) },
      );
    }
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
