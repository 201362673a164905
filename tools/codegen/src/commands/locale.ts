import type { CommandGroup } from "./program/command.js";

/** `codegen locale`. */
export const command: CommandGroup = {
  name: "locale",
  summary: "add languages, and exchange texts with translators",
  folder: new URL("./locale/", import.meta.url),
};
