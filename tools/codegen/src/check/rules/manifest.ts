import { getOwn } from "../../std/get-own.js";
import type { Rule } from "../rule.js";

/** The name of the error class is not taken. */
export const rule: Rule = {
  name: "manifest",
  check({ manifest: { errorClass } }, report, places) {
    const taken = getOwn(TAKEN, errorClass);
    if (taken === undefined) return;
    const message = `the error class cannot be named ${errorClass}: that is ${taken}`;
    report(places.manifest(["errorClass"]), message);
  },
};

/** The names that the validator package exports itself. */
const TAKEN: Readonly<Record<string, string>> = {
  ResponseError: "the class that it extends",
  ApiError: "the type of every error",
  KnownError: "the type of the catalog's errors",
  UnrecognizedError: "the type of errors that the catalog does not list",
};
