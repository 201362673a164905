import { posix } from "node:path";
import type { JsonSchema } from "../catalog.js";
import type { Rule } from "../rule.js";
import { didYouMean } from "../suggest.js";

/** Every category has a status for problem details and no other has, and what is generated cannot collide. */
export const rule: Rule = {
  name: "manifest",
  check({ manifest: { problemStatus, packages, errorClass }, schema }, report, places) {
    const { Category } = (schema.$defs ?? {}) as Record<
      string,
      JsonSchema & { oneOf?: { const: string }[] }
    >;
    const categories = (Category?.oneOf ?? []).map((word) => word.const);
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
    const owners = new Map<string, string>();
    for (const [key, { source }] of Object.entries(packages)) {
      const place = places.manifest(["packages", key, "source"]);
      const folder = posix.normalize(`${source}/`);
      const owner = owners.get(folder);
      if (owner !== undefined) report(place, `${source} is the folder of ${owner} too`);
      if (posix.isAbsolute(folder)) report(place, `${source} is not relative to the manifest`);
      owners.set(folder, key);
    }
    if (errorClass === "ResponseError") {
      report(
        places.manifest(["errorClass"]),
        "ResponseError is the name of the class that it extends",
      );
    }
  },
};
