import { execFileSync } from "node:child_process";
import { delimiter, dirname } from "node:path";

/** The pnpm that CONTRIBUTING names. npx finds it once: each start through npx takes a second. */
export const pnpmPath: string = execFileSync(
  "npx",
  ["-y", "-p", "pnpm@12.21.0", "-c", "command -v pnpm"],
  { encoding: "utf8" },
).trim();

/** The environment in which pnpm's scripts find pnpm too, as they do if npx starts it. */
export const pnpmEnv: NodeJS.ProcessEnv = {
  ...process.env,
  PATH: [dirname(pnpmPath), process.env.PATH].join(delimiter),
};
