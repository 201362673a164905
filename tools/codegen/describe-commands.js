// Writes the help of all commands to a file, so that a start imports only the command that runs,
// and a help imports none.
import { writeFileSync } from "node:fs";
import { discover } from "./dist/std/discover.js";

const root = new URL("dist/commands/", import.meta.url);

async function describe(folder) {
  const commands = await discover(folder, "command");
  return Promise.all(
    commands.map(async ({ run: _, folder: ofGroup, ...described }) => {
      if (ofGroup !== undefined) return { ...described, commands: await describe(ofGroup) };
      const { href } = new URL(`${described.name}.js`, folder);
      return { ...described, module: href.slice(root.href.length) };
    }),
  );
}

writeFileSync(new URL("described.json", root), JSON.stringify(await describe(root)));
