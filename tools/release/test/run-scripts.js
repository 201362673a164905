import { inspect } from "node:util";

// Runs the scripts of a release for tests, one after the other, each evaluated anew: a process for
// each would take half of the tests' time.

let count = 0;

process.on("message", async ({ script, args, folder, env }) => {
  process.chdir(folder);
  process.env = env;
  process.argv = [process.execPath, script, ...args];
  process.exitCode = undefined;
  count++;
  try {
    await import(`${script}?run=${count}`);
  } catch (error) {
    console.error(inspect(error));
    process.exitCode = 1;
  }
  process.send?.(process.exitCode ?? 0);
});
