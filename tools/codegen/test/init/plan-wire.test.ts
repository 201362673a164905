import { join } from "node:path";
import { load } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { createProject } from "./project.js";

test.each<[options: readonly string[], wire: object]>([
  [[], { code: "code", message: "message", success: [], numericCodes: true }],
  [
    ["--error", "errors[]", "--code", "extensions.code", "--failed", "success=false"],
    { error: "errors[]", code: "extensions.code", failed: { success: false } },
  ],
  [
    ["--code", "error_subcode,code", "--message", "detail, title", "--success", '0,"OK",0000,null'],
    {
      code: ["error_subcode", "code"],
      message: ["detail", "title"],
      success: [0, "0", "OK", "0000", null],
    },
  ],
  [
    ["--failed", "ok=false,state=FAILED,status=400"],
    { failed: { ok: false, state: "FAILED", status: 400 } },
  ],
  [
    ["--failed", "ok=false", "--failed", "state=FAILED"],
    { failed: { ok: false, state: "FAILED" } },
  ],
  [["--failed", "state=FAILED,state=ERROR"], { failed: { state: ["FAILED", "ERROR"] } }],
])("init with %j writes what the manifest says of responses", async (options, wire) => {
  const { root, codegen, files } = createProject();
  expect(await codegen("init", ...options)).toMatchObject({ status: 0 });
  const { catalog, problems } = load(join(root, "schemas"));
  expect(problems).toEqual([]);
  expect(catalog?.manifest.wire).toMatchObject(wire);
  expect(files()).toContain("schemas/generated/wire.schema.json");
  expect(files()).not.toContain("schemas/wire.schema.json");
});

test("init refuses what cannot be meant, and writes nothing", async () => {
  const { codegen, files } = createProject();
  const { status, stderr } = await codegen(
    ...["init", "--error", "Response/Error", "--code", "items[0].code", "--message", ".text"],
    ...["--success", "", "--failed", "status=200"],
  );
  expect(status).toBe(2);
  for (const problem of [
    '--error: the path "Response/Error" is not valid: dots separate names, not slashes',
    '--code: the path "items[0].code" is not valid: only [] can be in brackets',
    '--message: the path ".text" is not valid: it has an empty name',
    "--success: expected codes",
    "--failed: failed.status: 200 is not the HTTP status of a failure",
  ])
    expect(stderr).toContain(problem);
  expect(await codegen("init", "--failed", "success")).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('--failed "success": expected member=value'),
  });
  expect(await codegen("init", "--failed", "status=400,status=500")).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('--failed "status": expected the lowest HTTP status'),
  });
  expect(files()).toEqual([]);
});

test.each([
  ["@acme/errors", "acme-errors", "AcmeApiError", "packages/errors-types/package.json"],
  [
    "@acme/payment-errors",
    "payment-errors",
    "PaymentApiError",
    "packages/payment-errors-types/package.json",
  ],
])(
  "packages named %s name the catalog, its class and its folders",
  async (name, id, errorClass, file) => {
    const { root, codegen, files } = createProject({}, "work");
    expect(await codegen("init", "--layout", "packages", "--name", name)).toMatchObject({
      status: 0,
    });
    const { catalog } = load(join(root, "schemas"));
    expect(catalog?.manifest).toMatchObject({ id, errorClass });
    expect(files()).toContain(file);
  },
);
