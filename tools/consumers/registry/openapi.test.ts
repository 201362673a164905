import { expect } from "vitest";
import { commandOf, fetched, versionOf } from "./fetched.js";
import { cell } from "./matrix.js";
import { installedProject } from "./project.js";

const project = installedProject("openapi");
// Both need a newer Node.
const node = fetched("node-24", "bin/node");

cell(
  {
    consumer: "Redocly CLI",
    version: versionOf("@redocly/cli"),
    how: "lints a document that refers to the components",
  },
  () => {
    const { status, output } = project().run(
      node,
      [commandOf("@redocly/cli", "redocly"), "lint", "openapi.yaml", "--extends=recommended"],
      { REDOCLY_TELEMETRY: "off" },
    );
    expect(output).toContain("Your API description is valid");
    expect(status).toBe(0);
  },
);

cell(
  {
    consumer: "Hey API",
    version: versionOf("@hey-api/openapi-ts"),
    how: "generates a client from it",
  },
  () => {
    const { succeed } = project();
    succeed(node, [
      commandOf("@hey-api/openapi-ts", "openapi-ts"),
      "-i",
      "openapi.yaml",
      "-o",
      "client",
      "-p",
      "@hey-api/typescript",
      "--no-log-file",
    ]);
    succeed(process.execPath, [fetched("typescript-7", "bin/tsc"), "-p", "."]);
  },
);
