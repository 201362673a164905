import type { Workspace } from "../acme.js";
import { withEmitters } from "../emit/with-emitters.js";

/** A catalog with custom rules, in a project that has codegen installed. */
export function withRules(modules: Readonly<Record<string, string>>): Workspace {
  const acme = withEmitters({});
  for (const [file, text] of Object.entries(modules)) acme.write(file, text);
  acme.edit("catalog.yaml", "emitters: []", `rules: ${JSON.stringify(Object.keys(modules))}`);
  return acme;
}
