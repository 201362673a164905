import { neededUnits } from "../../catalog/locale-state.js";
import { languageName } from "../../catalog/locale-tag.js";
import type { Emitter } from "../emitter.js";
import { packageFile } from "../generated-file.js";
import { printKey, printLiteral } from "../literal.js";

/** Emits the texts for developers, a module for each locale that has such texts. */
export const emitter: Emitter = {
  name: "messages-developer",
  from: "locales",
  emit: (catalog) =>
    catalog.locales.flatMap(({ tag, developer = {} }) => {
      const names = neededUnits(catalog).filter((name) => Object.hasOwn(developer, name));
      if (names.length === 0) return [];
      const path = `bundles/developer/${tag}.ts`;
      const file = packageFile(catalog, "messages", path, `locales/${tag}.json`);
      file.importType(["DeveloperTexts"], "../../../message-bundle.js");
      file.line();
      file.doc([
        `What the developer of a client should know about an error, in ${languageName(tag)} (\`${tag}\`).`,
        "Users of the client read the texts of `localize` instead.",
      ]);
      file.block(
        "export const developer: DeveloperTexts = {",
        () => {
          for (const name of names)
            file.line(`${printKey(name)}: ${printLiteral(developer[name]?.text)},`);
        },
        "};",
      );
      return [file.toFile()];
    }),
};
