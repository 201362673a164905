import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { generate, hasErrors } from "@hashkey-errors/codegen";
import { expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { copyAcme, type Workspace } from "../test/acme.js";
import { type Api, writeCatalog } from "../test/bodies/write-catalog.js";
import { buildPackages, compile, linkDependencies, NODE } from "../test/build.js";
import { codegen, generatedFiles } from "../test/run.js";
import { temporaryFolder } from "../test/temporary-folder.js";

const apis = fileURLToPath(new URL("../test/bodies/apis", import.meta.url));
const base = fileURLToPath(new URL("../../../tsconfig.base.json", import.meta.url));

test.each(readdirSync(apis))(
  "the command line of an API with the bodies of %s compiles",
  async (file) => {
    const root = temporaryFolder("command-line");
    const catalog = join(root, "schemas");
    const api = parse(readFileSync(join(apis, file), "utf8")) as Api;
    writeCatalog(catalog, "other", api, { cli: { folder: "../out/cli" } });
    const { problems } = await generate(catalog);
    expect(hasErrors(problems)).toBe(false);
    writeFileSync(join(root, "package.json"), '{ "type": "module" }');
    linkDependencies({ root });
    const compilerOptions = { noEmit: true, ...NODE };
    const project = { extends: base, compilerOptions, include: ["out"] };
    writeFileSync(join(root, "tsconfig.json"), JSON.stringify(project));
    compile(root);
  },
);

const MESSAGES = `messages: { name: "@acme/error-messages", folder: ../out/messages }`;

/** The catalog of another API, which lists its errors, with a command line. */
function acmeWithCli(): Workspace {
  const acme = copyAcme();
  acme.edit("catalog.yaml", "error: error", "error: errors[]");
  rmSync(join(acme.catalog, "wire.schema.json"));
  // A code may be the name too.
  acme.edit("catalog/payments.yaml", "code: rate_limited", "code: RATE_LIMITED");
  acme.edit("evidence/errors.md", "rate_limited", "RATE_LIMITED");
  acme.edit(
    "catalog.yaml",
    MESSAGES,
    `${MESSAGES}\n  cli: { name: "@acme/acme-errors", folder: ../out/cli }`,
  );
  return acme;
}

/** Starts the mock of a built command line, and returns its address. */
async function startMock(program: string): Promise<string> {
  const mock = spawn(process.execPath, [program, "mock", "--port", "0"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void mock.kill());
  const [url] = (await once(createInterface(mock.stdout), "line")) as [string];
  return url;
}

test("another API gets its own command line, without a word of ours", async () => {
  const acme = acmeWithCli();
  // What was released stays, retired, beside its new name.
  await codegen(acme, "record");
  await codegen(acme, "rename", "CURRENCY_UNSUPPORTED", "CURRENCY_NOT_SUPPORTED");
  expect(await codegen(acme, "generate")).toMatchObject({ status: 0 });
  linkDependencies(acme);
  const { cli } = buildPackages(acme, {
    types: "@acme/error-types",
    validator: "@acme/errors",
    messages: "@acme/error-messages",
    cli: "@acme/acme-errors",
  });
  writeFileSync(join(dirname(fileURLToPath(cli)), "..", "package.json"), '{ "version": "1.2.3" }');
  const program = join(dirname(fileURLToPath(cli)), "cli.js");
  const runWith = (input: string, ...args: readonly string[]) => {
    const env = { PATH: process.env.PATH, NO_COLOR: "1" };
    const { status, stdout } = spawnSync(process.execPath, [program, ...args], {
      encoding: "utf8",
      env,
      input,
    });
    return { status, output: stdout };
  };
  const run = (...args: readonly string[]) => runWith("", ...args);

  expect(run("--version").output).toBe("1.2.3\n");
  expect(run("--help").output).toContain("acme-errors explain api_error\n");
  const helps = ["explain", "list", "scan", "mock", "completion"].map(
    (command) => run(command, "--help").output,
  );
  expect(helps[0]).toContain("acme-errors explain API_ERROR\n");
  expect(helps.join("\n")).not.toMatch(/-1007|-1141|0001|order (?:was|not)|ORDER_|withdraw/i);
  const body = '{"errors":[{"code":"card_declined","message":"Your card has expired"}]}';
  const { output } = run("explain", body, "RATE_LIMITED", "--locale", "pt");
  expect(output).toContain("card_declined  CARD_EXPIRED");
  expect(output).toMatch(/^RATE_LIMITED$/m);
  expect(output).toContain("Use outro cartão.");
  expect(run("explain", "card_declined").output).toMatch(/^3 errors fit:/);
  const renamed = run("explain", "CURRENCY_UNSUPPORTED").output;
  expect(renamed).toContain('{"errors":[{"code":"card_declined","message":"Your card does not');
  expect(renamed).toContain("same code  CARD_REFUSED");
  expect(renamed).not.toContain("CURRENCY_NOT_SUPPORTED, with the text");
  expect(run("explain", "card_declned")).toMatchObject({ status: 1 });
  // The name and the message of this error do not have the word, its code does.
  expect(run("explain", "declned").output).toContain("card_declined  CARD_EXPIRED");
  expect(run("list", "--category", "traffic", "--format", "csv").output).toContain("RATE_LIMITED");

  const failed = JSON.stringify({ level: 50, res: { status: 402, body: JSON.parse(body) } });
  const scanned = runWith(`${failed}\n`, "scan", "-").output;
  expect(scanned).toMatch(/1 +card_declined +CARD_EXPIRED/);

  const listed = '{"errors":[{"code":"RATE_LIMITED"},{"code":"api_error"},{"code":"api_error"}]}';
  expect(run("explain", listed).output).toMatch(/RATE_LIMITED.*API_ERROR/s);
  const { errors, mayHaveBeenExecuted } = JSON.parse(runWith(listed, "scan", "-", "--json").output);
  expect(errors).toMatchObject([
    { name: "API_ERROR", count: 2 },
    { name: "RATE_LIMITED", count: 1 },
  ]);
  expect(mayHaveBeenExecuted).toMatchObject({ count: 1, requests: [{ name: "API_ERROR" }] });
  const drifted = '{"errors":[{"code":"RATE_LIMITED","message":"Slower"}]}';
  expect(runWith(drifted, "scan", "-").output).toContain("  RATE_LIMITED  1 time");

  const completion = run("completion", "bash").output;
  expect(completion).toContain("complete -F _acme_errors acme-errors");
  expect(completion).toContain("CARD_EXPIRED");

  const url = await startMock(program);
  const answer = async (path: string) => {
    const response = await fetch(url + path, { method: "POST", body: '{"amount":5}' });
    return [response.status, await response.json()];
  };
  expect(await answer("/charges")).toEqual([200, { amount: 5 }]);
  expect(await answer("/charges?x-mock-reply=CARD_EXPIRED")).toEqual([
    402,
    { errors: [{ code: "card_declined", message: "Your card has expired" }] },
  ]);

  const own = Object.entries(generatedFiles(acme)).filter(([file]) => file.startsWith("out/cli/"));
  expect(own.map(([file]) => file)).toContain("out/cli/explain/ask.ts");
  // The fixture's own description names the API that it differs from.
  const ours = own.filter(([file, { text }]) => !file.endsWith("/api.ts") && /hashkey/i.test(text));
  expect(ours.map(([file]) => file)).toEqual([]);
});
