import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyAcme, type Workspace } from "../test/acme.js";
import { codegen } from "../test/run.js";
import { start } from "../test/start.js";
import { translate } from "../test/write/translate.js";
import { LONGEST } from "./counts.js";

test("of two imports of texts at once one is refused, and neither is lost after a second try", async () => {
  const acme = copyAcme();
  const first = await translate(acme, "first.json", "RATE_LIMITED", "Zu oft.");
  const second = await translate(acme, "second.json", "CARD_EXPIRED", "Karte alt.");
  const runs = [
    await startPaused(acme, "locale", "import", first),
    await startPaused(acme, "locale", "import", second),
  ];
  const results = await Promise.all(runs.map((run) => run.goOn()));
  expect(results.map(({ status }) => status).sort()).toEqual([0, 1]);
  for (const file of [first, second]) await codegen(acme, "locale", "import", file);
  expect(acme.read("locales/de.json")).toContain("Zu oft.");
  expect(acme.read("locales/de.json")).toContain("Karte alt.");
});

test("of two imports of documents with one name one is refused, and neither document is lost", async () => {
  const acme = copyAcme();
  const tables = ["a", "b"].map((folder) => {
    mkdirSync(join(acme.root, folder));
    const path = join(acme.root, folder, "table.csv");
    writeFileSync(path, `code,message\nnew_${folder},Something about ${folder} failed\n`);
    return path;
  });
  const runs: Awaited<ReturnType<typeof startPaused>>[] = [];
  for (const table of tables) runs.push(await startPaused(acme, "import", table, "--partial"));
  const results = await Promise.all(runs.map((run) => run.goOn()));
  expect(results.map(({ status }) => status).sort()).toEqual([0, 1]);
  expect(results.map(({ output }) => output).join("")).toContain(
    "table.csv was created while this command ran, and is left as it is; nothing was written. Run the command again.",
  );
  const refused = tables[results.findIndex(({ status }) => status === 1)] ?? "";
  expect(await codegen(acme, "import", refused, "--partial")).toMatchObject({ status: 0 });
  const evidence = readdirSync(join(acme.catalog, "evidence")).map((name) =>
    acme.read(`evidence/${name}`),
  );
  for (const table of tables) expect(evidence).toContain(readFileSync(table, "utf8"));
});

let runs = 0;

/** Starts a command on a catalog, and waits until it has read every file and is about to write. */
async function startPaused(acme: Workspace, ...args: string[]) {
  runs += 1;
  const [paused, go] = [join(acme.root, `paused-${runs}`), join(acme.root, `go-${runs}`)];
  const hook = `
    import fs from "node:fs";
    import { syncBuiltinESMExports } from "node:module";
    const { openSync, writeFileSync } = fs;
    let waits = true;
    const pausing = (write) => (file, ...rest) => {
      if (waits && /\\.codegen[^/]*$/.test(file)) {
        waits = false;
        writeFileSync(${JSON.stringify(paused)}, "");
        while (!fs.existsSync(${JSON.stringify(go)})) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      }
      return write(file, ...rest);
    };
    fs.openSync = pausing(openSync);
    fs.writeFileSync = pausing(writeFileSync);
    syncBuiltinESMExports();`;
  const node = [process.execPath, "--import", `data:text/javascript,${encodeURIComponent(hook)}`];
  const { ended } = start(acme, args, node, { cwd: acme.root });
  await Promise.race([
    expect.poll(() => existsSync(paused), { timeout: LONGEST }).toBe(true),
    ended.then(({ output }) => {
      throw new Error(`the command ended before it wrote anything: ${output}`);
    }),
  ]);
  return {
    goOn() {
      writeFileSync(go, "");
      return ended;
    },
  };
}
