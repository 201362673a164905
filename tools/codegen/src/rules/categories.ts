import type { JsonSchema } from "../catalog.js";
import type { Rule } from "../rule.js";

/** Every category of the catalog's schema has a status for problem details, and no other has. */
export const rule: Rule = {
  name: "categories",
  check({ manifest: { problemStatus }, schema }, report, places) {
    const { Category } = schema.$defs as Record<
      string,
      JsonSchema & { oneOf?: { const: string }[] }
    >;
    const categories = (Category?.oneOf ?? []).map((word) => word.const);
    for (const category of categories.filter((name) => !Object.hasOwn(problemStatus, name))) {
      report(places.manifest(["problemStatus"]), `the category "${category}" has no status`);
    }
    for (const name of Object.keys(problemStatus).filter((key) => !categories.includes(key))) {
      report(
        places.manifest(["problemStatus", name]),
        `"${name}" is no category of catalog.schema.json`,
      );
    }
  },
};
