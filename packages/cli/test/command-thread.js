import { Readable } from "node:stream";
import { inspect } from "node:util";
import { workerData } from "node:worker_threads";

// The thread that runs commands for tests, one after the other: a process for each would take most
// of their time. Each command evaluates the built program anew, as its process would.

const { program, port, ended } = workerData;
let count = 0;

port.on("message", async (command) => {
  const result = await runCommand(command).catch((error) => ({ failure: inspect(error) }));
  port.postMessage(result);
  Atomics.store(ended, 0, 1);
  Atomics.notify(ended, 0);
});

/** Runs a command, and returns its exit code and what it printed. */
async function runCommand({ args, input, env }) {
  const printed = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"])
    process[name].write = (text) => {
      printed[name] += text;
      return true;
    };
  const stdin = Readable.from([Buffer.from(input)]);
  Object.defineProperty(process, "stdin", { value: stdin, configurable: true });
  process.argv = [process.execPath, program, ...args];
  process.env = env;
  process.exitCode = undefined;
  count++;
  await import(`${program}?command=${count}`);
  for (const name of ["stdout", "stderr"]) process[name].removeAllListeners("error");
  return { status: process.exitCode ?? 0, output: printed.stdout, errors: printed.stderr };
}
