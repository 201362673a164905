import { join } from "node:path";
import { lint } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { createProject } from "./project.js";

test.each<[project: string, id: string, title: string, errorClass: string]>([
  ["@acme/payments-api", "payments-api-errors", "Payments API errors", "PaymentsApiError"],
  ["my_Shop.errors", "my-shop-errors", "My Shop API errors", "MyShopApiError"],
  ["api-errors", "api-errors", "API errors", "ServiceError"],
  ["errors", "api-errors", "API errors", "ServiceError"],
  ["3scale", "api-3scale-errors", "3scale API errors", "Api3scaleApiError"],
  ["café", "caf-errors", "Caf API errors", "CafApiError"],
  ["数据", "api-errors", "API errors", "ServiceError"],
  ["@Acme/Shop", "shop-errors", "Shop API errors", "ShopApiError"],
  ["@acme inc/shop", "shop-errors", "Shop API errors", "ShopApiError"],
])("init in a project named %s creates the catalog %s", async (name, id, title, errorClass) => {
  const { root, codegen } = createProject({ "package.json": JSON.stringify({ name }) });
  expect(await codegen("init")).toMatchObject({ status: 0 });
  const { catalog, problems } = await lint(join(root, "schemas"));
  expect(problems).toEqual([]);
  expect(catalog?.manifest).toMatchObject({ id, title, errorClass });
});

test("init reports every option that cannot be used, and writes nothing", async () => {
  const { codegen, files } = createProject();
  const { status, stderr } = await codegen(
    ...["init", "--id", "Acme Errors", "--title", "a\nb", "--name", "@Acme/x"],
    ...["--code", "text", "--message", "text", "--out", "."],
  );
  expect(status).toBe(2);
  for (const problem of [
    '--id "Acme Errors": expected kebab-case',
    '--title "a\\nb": expected one line',
    '--name "@Acme/x": expected the prefix of a package name',
    '--code and --message: both are "text"',
  ])
    expect(stderr).toContain(problem);
  expect(await codegen("init", "--catalog", "a", "--out", "a/catalog")).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("--out: catalog/types lies in catalog/"),
  });
  expect(await codegen("init", "--layout", "tower")).toMatchObject({ status: 2 });
  expect(files()).toEqual([]);
});
