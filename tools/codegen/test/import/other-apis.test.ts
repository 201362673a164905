import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { buildPackages } from "../build.js";
import { type ApiShape, emptyCatalog } from "../empty-catalog.js";
import { codegen } from "../run.js";

const table = (file: string) =>
  fileURLToPath(new URL(`../fixtures/tables/${file}`, import.meta.url));

/**
 * The error table of an API, and bodies that it sends, each with the error that it must be
 * recognized as.
 */
interface OtherApi extends ApiShape {
  readonly document: string;
  readonly rows: number;
  /** Some entries: code, status, message, and the lines that they cite. */
  readonly entries: readonly (readonly [
    name: string,
    code: string,
    status: number | null,
    message: string,
    lines: string,
  ])[];
  readonly bodies: readonly (readonly [body: object, name: string | undefined, drift?: boolean])[];
}

const apis: readonly OtherApi[] = [
  {
    id: "orderly",
    document: "orderly.md",
    numericCodes: true,
    rows: 15,
    entries: [
      ["UNKNOWN", "-1000", 500, "An unknown error occurred while processing the request.", "7"],
      ["DATA_NOT_FOUND", "-1000", 500, "The data does not exist", "8"],
      ["TOO_MANY_REQUEST", "-1003", 429, "Rate limit exceed.", "10"],
      ["MIN_NOTIONAL", "-1102", 400, "The order value (price * size) is too small.", "18"],
    ],
    bodies: [
      [{ success: false, code: -1000, message: "The data does not exist." }, "DATA_NOT_FOUND"],
      [
        {
          success: false,
          code: -1005,
          message: "if you set extra_liquidation_ratio > 0, ratio_qty_request must be 1.",
        },
        "IF_SET_EXTRA_LIQUIDATION_RATIO",
      ],
      [{ success: false, code: -1003, message: "Rate limit exceed." }, "TOO_MANY_REQUEST"],
      // The text matches neither of the two.
      [{ success: false, code: -1000, message: "Something else" }, "UNRECOGNIZED"],
      [{ success: true, data: { order_id: 13 } }, undefined],
    ],
  },
  {
    id: "slack",
    document: "slack.html",
    code: "error",
    rows: 10,
    entries: [
      [
        "CHANNEL_NOT_FOUND",
        "channel_not_found",
        null,
        "Value passed for channel was invalid.",
        "13-14",
      ],
      [
        "RATE_LIMITED",
        "rate_limited",
        null,
        "Application has posted too many messages, read the Rate Limit documentation for more information.",
        "21-26",
      ],
    ],
    bodies: [
      [{ ok: false, error: "not_in_channel" }, "NOT_IN_CHANNEL", false],
      [{ ok: false, error: "ekm_access_denied" }, "EKM_ACCESS_DENIED", false],
      [{ ok: false, error: "teapot" }, "UNRECOGNIZED"],
      [{ ok: true, channel: "C123ABC456", ts: "1417671948.000006" }, undefined],
    ],
  },
  {
    id: "lob",
    document: "lob.yaml",
    error: "error",
    rows: 11,
    entries: [
      [
        "CONFLICT",
        "conflict",
        null,
        "this operation would leave data in a conflicted state.",
        "63",
      ],
      ["INVALID_IMAGE_DPI", "invalid_image_dpi", 422, "DPI must be at least 300.", "71"],
    ],
    bodies: [
      [
        {
          error: {
            message: "DPI must be at least 300.",
            status_code: 422,
            code: "invalid_image_dpi",
          },
        },
        "INVALID_IMAGE_DPI",
        false,
      ],
      [
        { error: { message: "to is required", status_code: 422, code: "bad_request" } },
        "BAD_REQUEST",
        true,
      ],
      [{ id: "psc_1", object: "postcard" }, undefined],
    ],
  },
];

test.each(apis)(
  "$id: importing its document leads to packages that recognize its errors",
  async (api) => {
    const workspace = emptyCatalog(api);
    const imported = await codegen(workspace, "import", table(api.document), "--format", "json");
    expect(imported).toMatchObject({ status: 0, stderr: "" });
    expect(JSON.parse(imported.stdout)).toMatchObject({ rows: api.rows, known: 0, problems: [] });
    expect(workspace.read(`evidence/${api.document}`)).toBe(
      readFileSync(table(api.document), "utf8"),
    );

    const { entries } = parse(workspace.read("catalog/imported.yaml"));
    expect(entries).toHaveLength(api.rows);
    const found = entries.map(
      ({ name, code, httpStatus, message, sources: [source] }: Imported) => {
        const { line, lastLine } = source;
        return [name, code, httpStatus, message, lastLine ? `${line}-${lastLine}` : `${line}`];
      },
    );
    for (const entry of api.entries) expect(found).toContainEqual(entry);
    // Fields that the document does not settle are the most cautious, and wait for a decision.
    for (const { draft, outcome, retry } of entries) {
      expect([outcome, retry]).toEqual(["unknown", "after-reconcile"]);
      expect(draft).toEqual(
        expect.arrayContaining(["name", "message", "category", "fault", "outcome", "retry"]),
      );
    }
    const release = await codegen(workspace, "lint", "--release");
    expect(release.status).toBe(1);
    expect(release.stderr.match(/ is a draft: decide /g)).toHaveLength(api.rows);

    workspace.write(
      "catalog/imported.yaml",
      workspace.read("catalog/imported.yaml").replaceAll(/^ +draft: .*\n/gm, ""),
    );
    const accepted = await codegen(workspace, "generate");
    expect(accepted).toMatchObject({ status: 0 });
    expect(accepted.output).not.toContain("is a draft");
    const { parseResponse } = await import(
      buildPackages(
        workspace,
        { types: `@${api.id}/types`, validator: `@${api.id}/errors` },
        { noCheck: true },
      ).validator
    );
    for (const [body, name, drift] of api.bodies) {
      const result = parseResponse(body, { httpStatus: name === undefined ? 200 : 400 });
      if (name === undefined) expect(result).toMatchObject({ kind: "success" });
      else
        expect(result).toMatchObject({
          kind: "error",
          error: { name, outcome: "unknown", ...(drift !== undefined && { drift }) },
        });
    }
  },
);

test.each(apis)("$id: importing the same document again changes nothing", async (api) => {
  const workspace = emptyCatalog(api);
  await codegen(workspace, "import", table(api.document));
  const before = workspace.read("catalog/imported.yaml");
  const again = await codegen(workspace, "import", table(api.document));
  expect(again).toMatchObject({ status: 0 });
  expect(again.stdout).toContain(
    `${api.rows} rows; ${api.rows} known, 0 changed, 0 new, 0 missing`,
  );
  expect(again.stdout).toContain("Nothing to write");
  expect(workspace.read("catalog/imported.yaml")).toBe(before);
});

interface Imported {
  readonly name: string;
  readonly code: string;
  readonly httpStatus: number | null;
  readonly message: string;
  readonly draft: readonly string[];
  readonly outcome: string;
  readonly retry: string;
  readonly sources: readonly [{ readonly line: number; readonly lastLine?: number }];
}
