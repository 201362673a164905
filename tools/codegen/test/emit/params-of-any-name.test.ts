import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { buildPackages } from "../build.js";
import { codegen } from "../run.js";

test("params named like members of every object are read where the intrinsics are frozen", async () => {
  const acme = copyAcme();
  acme.edit("catalog/payments.yaml", '"{currency}"', '"{constructor}"');
  acme.edit("catalog/payments.yaml", "currency: {", "constructor: {");
  acme.edit("evidence/errors.md", "{currency}", "{constructor}");
  acme.edit("locales/de.json", "{currency}", "{constructor}");
  expect(await codegen(acme, "generate")).toMatchObject({ status: 0 });
  const modules = buildPackages(acme, {
    types: "@acme/error-types",
    validator: "@acme/errors",
  });
  const script = `
    for (const intrinsic of [Object, Array, Function, String, Error])
      for (const value of [intrinsic, intrinsic.prototype]) Object.freeze(value);
    const { identify } = await import(${JSON.stringify(modules.validator)});
    const { errorBody } = await import("@acme/errors/body");
    const text = "Your card does not support EUR";
    console.log(JSON.stringify([
      identify("card_declined", text).params,
      errorBody("CURRENCY_UNSUPPORTED", { constructor: "EUR" }),
    ]));`;
  const printed = execFileSync(process.execPath, ["--input-type=module", "-e", script], {
    cwd: acme.root,
    encoding: "utf8",
  });
  const [params, body] = JSON.parse(printed);
  expect(params).toEqual({ constructor: "EUR" });
  expect(body).toEqual({
    error: { code: "card_declined", message: 'Your card does not support "EUR"' },
  });
});
