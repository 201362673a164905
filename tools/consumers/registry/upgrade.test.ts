import { expect, inject, onTestFinished, test } from "vitest";
import { fetched } from "./fetched.js";
import { copyProject, type Project } from "./project.js";

const { first, second } = inject("releases");
const tsc = (project: Project, ...files: string[]) =>
  project.run(process.execPath, [
    fetched("typescript-7", "bin/tsc"),
    "-p",
    ".",
    "--pretty",
    "false",
    ...files,
  ]);
const fine = { status: 0, output: "" };

/** Returns what the bot prints with one release of messages and one of the validator. */
const printed = (texts: string, catalog: string) =>
  [
    "look ORDER_NOT_FOUND The exchange could not find the order.",
    // The second release is more cautious.
    catalog === first
      ? "fix ORDER_TYPE_UNSUPPORTED The order type is not supported."
      : "look ORDER_TYPE_UNSUPPORTED The order type is not supported.",
    // The first release does not know this error.
    catalog === first
      ? "look UNRECOGNIZED Sub account A7 is not active"
      : texts === first
        ? "fix SUB_ACCOUNT_NOT_ACTIVE Sub account A7 is not active"
        : "fix SUB_ACCOUNT_NOT_ACTIVE The sub account A7 is not active.",
    "",
  ].join("\n");

function bot(): Project {
  const project = copyProject("upgrade", `^${first}`);
  onTestFinished(project.remove);
  return project;
}

function installBoth(project: Project, validator: string, messages: string): void {
  project.succeed("npm", [
    "install",
    "--save-exact",
    `@hashkey-errors/validator@${validator}`,
    `@hashkey-errors/messages@${messages}`,
    `@hashkey-errors/types@${validator}`,
  ]);
}

test("a program compiled against the first release runs with the second, and compiles against it", () => {
  const project = bot();
  installBoth(project, first, first);
  expect(tsc(project)).toEqual(fine);
  expect(project.succeed("node", ["dist/bot.js"])).toBe(printed(first, first));

  // Within the range, as `npm update` does.
  project.write("package.json", manifestWith(project, `^${first}`));
  project.succeed("npm", ["update"]);
  const { version } = JSON.parse(
    project.read("node_modules/@hashkey-errors/validator/package.json"),
  );
  expect(version).toBe(second);
  expect(project.succeed("node", ["dist/bot.js"])).toBe(printed(second, second));
  expect(tsc(project)).toEqual(fine);
  expect(project.succeed("node", ["dist/bot.js"])).toBe(printed(second, second));
});

/** Returns the manifest with a range for each of our packages. */
function manifestWith(project: Project, range: string): string {
  const manifest = JSON.parse(project.read("package.json"));
  for (const name of Object.keys(manifest.dependencies)) manifest.dependencies[name] = range;
  return JSON.stringify(manifest);
}

test.each([
  ["a newer validator with an older bundle", second, first],
  ["an older validator with a newer bundle", first, second],
])("%s works, within one major", (_, validator, messages) => {
  const project = bot();
  installBoth(project, validator, messages);
  expect(tsc(project)).toEqual(fine);
  expect(project.succeed("node", ["dist/bot.js"])).toBe(printed(messages, validator));
});

test("only what the README does not promise breaks with the second release", () => {
  const project = bot();
  installBoth(project, first, first);
  const types = project.read("node_modules/@hashkey-errors/types/dist/generated/entries.d.ts");
  const names = [...types.matchAll(/readonly "?([A-Z][A-Z0-9_]+)"?: \{/g)].map(([, name]) =>
    JSON.stringify(name),
  );
  expect(names.length).toBeGreaterThan(100);
  project.write(
    "not-promised.ts",
    project.read("not-promised.ts").replace("FIRST_NAMES", names.join(" | ")),
  );
  project.write(
    "tsconfig.json",
    project.read("tsconfig.json").replace('"bot.ts"', '"bot.ts", "not-promised.ts"'),
  );
  expect(tsc(project)).toEqual(fine);
  installBoth(project, second, second);
  const { output } = tsc(project);
  expect(output).toContain("SUB_ACCOUNT_NOT_ACTIVE");
  expect(
    output.split("\n").filter((line) => /^\S/.test(line) && !line.startsWith("not-promised.ts")),
  ).toEqual([]);
});
