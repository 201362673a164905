import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, posix } from "node:path";
import { type InitPlan, PARTS } from "./init-plan.js";
import { workspaceManager } from "./workspace.js";

/** What to do next: commands and files, each with what it is for. */
export function nextSteps(plan: InitPlan): readonly (readonly [step: string, what: string])[] {
  const { root, folder, layout, sources, table } = plan;
  const catalog = folder === "schemas" ? "" : ` --catalog ${quote(folder)}`;
  const codegen = (command: string) => `npx ${commandName(root)} ${command}${catalog}`;
  const folders = PARTS.map((part) => posix.dirname(sources[part]));
  const [first = ""] = folders;
  const link = workspaceManager(root);
  const addWorkspace = `npm pkg set "workspaces[]=${posix.dirname(first)}/*" && npm install`;
  return [
    ...(table === undefined
      ? []
      : ([
          [codegen(`import ${quote(table)}`), "makes drafts of its rows, for you to decide"],
        ] as const)),
    ...(layout === "folder"
      ? [[codegen("generate"), `makes types, validator and messages in ${first}/`] as const]
      : ([
          [codegen("generate"), `makes the sources of ${folders.join(", ")}`],
          [link === undefined ? addWorkspace : `${link} install`, "links the packages"],
          [`npx tsc -b ${folders.map(quote).join(" ")}`, "compiles them"],
        ] as const)),
    ...(table === undefined
      ? ([
          [
            posix.join(folder, "catalog/errors.yaml"),
            "put your API's errors in the place of these two, each with a line of evidence",
          ],
        ] as const)
      : []),
    [codegen("locale add de"), "starts another language"],
  ];
}

/** How this package is run in a project: by its command where it is installed, else by its name, which fetches it. */
function commandName(root: string): string {
  const { name } = createRequire(import.meta.url)("../../package.json") as { name: string };
  const file = join(root, "package.json");
  const isInstalled = existsSync(file) && readFileSync(file, "utf8").includes(JSON.stringify(name));
  return isInstalled ? "codegen" : name;
}

function quote(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : JSON.stringify(path);
}
