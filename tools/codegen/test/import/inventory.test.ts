import { expect, test } from "vitest";
import { findNearCodes } from "../../dist/import/near-codes.js";
import { createProject } from "../init/project.js";

/** An OpenAPI document whose responses have these examples of error bodies. */
function openapi(...errors: readonly (readonly [status: number, code: string, text: string])[]) {
  const responses = errors.map(
    ([status, code, message], index) => `        "${status}":
          description: Error ${index}
          content:
            application/json:
              examples:
                e${index}: { value: { code: "${code}", message: "${message}" } }
`,
  );
  return `openapi: 3.1.0
info: { title: Service, version: "1" }
paths:
  /things:
    get:
      responses:
${responses.join("")}`;
}

const SERVICES = {
  "services/orders/openapi.yaml": openapi(
    [404, "ORDER_NOT_FOUND", "Order {id} not found"],
    [429, "RATE_LIMITED", "Too many requests."],
    [403, "1001", "Not allowed"],
  ),
  "services/billing/openapi.yaml": openapi(
    [404, "ORDERS_NOT_FOUND", "No such order"],
    [429, "RATE_LIMITED", "Too many requests"],
    [400, "1001", "Amount is not valid"],
    [401, "2001", "Log in first"],
  ),
  "services/users/openapi.yaml": openapi(
    [401, "3001", "Log in first"],
    [404, "order-not-found", "Order {order} not found"],
  ),
};

const files = Object.keys(SERVICES);

/** A folder with the documents of services, in which codegen runs. */
const createServices = (more: Readonly<Record<string, string>> = {}) =>
  createProject({ ...SERVICES, ...more });

test("import --compare says what services share, and where they contradict each other, without a catalog", async () => {
  const { status, stdout } = await createServices().codegen("import", ...files, "--compare");
  expect(status).toBe(0);
  expect(stdout.replaceAll(/:\d+ /g, " ")).toBe(`Documents
  services/orders/openapi.yaml   3 codes: 1 to share, 1 different, 1 of its own
  services/billing/openapi.yaml  4 codes: 1 to share, 1 different, 2 of its own
  services/users/openapi.yaml    2 codes: 0 to share, 0 different, 2 of its own

The same code with other texts or statuses (1)
  1001
    services/orders/openapi.yaml (HTTP 403) "Not allowed"
    services/billing/openapi.yaml (HTTP 400) "Amount is not valid"

Codes that are near each other (1)
  ORDERS_NOT_FOUND, ORDER_NOT_FOUND, order-not-found
    services/billing/openapi.yaml ORDERS_NOT_FOUND (HTTP 404) "No such order"
    services/orders/openapi.yaml ORDER_NOT_FOUND (HTTP 404) "Order {id} not found"
    services/users/openapi.yaml order-not-found (HTTP 404) "Order {order} not found"

The same text under other codes (2)
  ORDER_NOT_FOUND, order-not-found
    services/orders/openapi.yaml ORDER_NOT_FOUND (HTTP 404) "Order {id} not found"
    services/users/openapi.yaml order-not-found (HTTP 404) "Order {order} not found"
  2001, 3001
    services/billing/openapi.yaml 2001 (HTTP 401) "Log in first"
    services/users/openapi.yaml 3001 (HTTP 401) "Log in first"

The same in several documents: one catalog can hold these (1)
  RATE_LIMITED
    services/orders/openapi.yaml (HTTP 429) "Too many requests."
    services/billing/openapi.yaml (HTTP 429) "Too many requests"
`);
});

test("import --compare names the line of each row, as JSON too, and writes nothing", async () => {
  const project = createServices();
  const before = project.files();
  const { stdout } = await project.codegen("import", ...files, "--compare", "--format", "json");
  const { different, documents, problems } = JSON.parse(stdout);
  expect(different).toEqual([
    {
      codes: ["1001"],
      uses: [
        expect.objectContaining({ file: files[0], code: "1001", httpStatus: 403 }),
        expect.objectContaining({ file: files[1], code: "1001", httpStatus: 400 }),
      ],
    },
  ]);
  const [{ uses }] = different;
  expect(project.read(files[0] ?? "").split("\n")[uses[0].line - 1]).toContain('code: "1001"');
  expect(documents).toHaveLength(3);
  expect(problems).toEqual([]);
  expect(project.files()).toEqual(before);
});

test("import --compare reads what it can, and fails with the place of what it cannot", async () => {
  const broken = { "services/broken/openapi.yaml": "openapi: 3.1.0\npaths: [\n" };
  const { status, stdout, stderr } = await createServices(broken).codegen(
    "import",
    ...files,
    "services/broken/openapi.yaml",
    "--compare",
  );
  expect(status).toBe(1);
  expect(stderr).toMatch(/services\/broken\/openapi\.yaml:\d+:\d+ error /);
  expect(stdout).toContain("services/users/openapi.yaml    2 codes");
});

test("several documents without --compare, and --compare as Markdown, are wrong usage", async () => {
  const { codegen } = createServices();
  expect(await codegen("import", ...files)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("import takes one document; use --compare for several"),
  });
  expect(await codegen("import", ...files, "--compare", "--format", "markdown")).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("--compare has no --format markdown"),
  });
});

test("codes are near if only case, separators, leading zeros or one letter tell them apart", () => {
  const near = (...codes: string[]) => findNearCodes(codes).length > 0;
  const wrong = [
    ["ORDER_NOT_FOUND", "OrderNotFound"],
    ["0012", "12"],
    ["INVALID_PRICE", "INVALID_PRIZE"],
    ["INVALID_PRICE", "INVALID_PRCIE"],
  ].filter(([one = "", other = ""]) => !near(one, other));
  const alsoWrong = [
    ["1001", "1002"],
    ["-12", "12"],
    ["ERROR_1001", "ERROR_1002"],
    ["LOW", "HOW"],
    ["MAX_QUANTITY", "MIN_QUANTITY"],
  ].filter(([one = "", other = ""]) => near(one, other));
  expect([...wrong, ...alsoWrong]).toEqual([]);
});
