import { expect, test } from "vitest";
import { emptyCatalog } from "../../../empty-catalog.js";
import { type DocumentCase, importText, readDrafts, toLine } from "../../import-text.js";

const sources: readonly DocumentCase[] = [
  [
    "a TypeScript enum, and objects with codes",
    "errors.ts",
    [
      "/** What can go wrong. */",
      "export enum ErrorCode {",
      "  /** The order is not there. */",
      "  OrderNotFound = 1001,",
      '  Late = "order_late", // Too late.',
      "}",
      "export const ERRORS = {",
      '  CLOSED: { code: "E1003", message: "Order " + "closed", status: 409 },',
      "  [ErrorCode.Late]: 'It is late',",
      "} as const;",
      "export const MAX_RETRIES = 3;",
      "export const ERR_BUSY = 1004;",
    ].join("\n"),
    [],
    [
      "1001 | null | The order is not there. |  | 3-4 | message",
      "E1003 | 409 | Order closed |  | 8 | ",
      "order_late | null | It is late |  | 5-9 | ",
      "1004 | null | 1004 |  | 12 | message",
    ],
  ],
  [
    "a Java enum with a constructor, and constants",
    "ErrorCode.java",
    [
      "public enum ErrorCode {",
      "  /** Nobody knows it. */",
      '  NOT_FOUND(1001, "Order not found", HttpStatus.NOT_FOUND),',
      '  LATE(-1002, "Too " +',
      '    "late", HttpStatus.CONFLICT);',
      "  ErrorCode(int code, String message, HttpStatus httpStatus) {}",
      "}",
      "class Codes {",
      '  public static final String ERR_CLOSED = "order_closed"; // Closed.',
      "}",
    ].join("\n"),
    [],
    [
      "1001 | 404 | Order not found |  | 3 | ",
      "-1002 | 409 | Too late |  | 4-5 | ",
      "order_closed | null | Closed. |  | 9 | message",
    ],
  ],
  [
    "Go constants and a map of their texts",
    "errors.go",
    [
      "package errs",
      "const (",
      "\tErrNotFound Code = 1001",
      "\tErrLate Code = 1002 // too late",
      "\tErrBusy Code = 1003",
      ")",
      "var texts = map[Code]string{",
      '\tErrNotFound: "order not found",',
      '\tErrBusy: "too busy",',
      "}",
      "var statuses = map[Code]int{",
      "\tErrNotFound: http.StatusNotFound,",
      "}",
      'var ErrFull = register("codes", Descriptor{Value: "FULL", Message: "no room", HTTPStatusCode: http.StatusConflict})',
    ].join("\n"),
    [],
    [
      "1002 | null | too late |  | 4 | message",
      "1001 | 404 | order not found |  | 3-8 | ",
      "1003 | null | too busy |  | 5-9 | ",
      "FULL | 409 | no room |  | 14 | ",
    ],
  ],
  [
    "a Python enum, constants, and a class for each error",
    "errors.py",
    [
      "class ErrorCode(Enum):",
      "    NOT_FOUND = 1001  # Order not found",
      '    LATE = (1002, "Too late")',
      '    CLOSED = "order_closed", "Order closed"',
      "ERR_BUSY = -5",
      'MESSAGES = {1003: "No room", ERR_BUSY: "Busy"}',
    ].join("\n"),
    [],
    [
      "1001 | null | Order not found |  | 2 | message",
      "1002 | null | Too late |  | 3 | ",
      "order_closed | null | Order closed |  | 4 | ",
      "1003 | null | No room |  | 6 | ",
      "-5 | null | Busy |  | 5-6 | ",
    ],
  ],
];

test.each(sources)("import reads %s as text", async (_, file, text, args, entries) => {
  const workspace = emptyCatalog({ id: "sources" });
  const { status, output } = await importText(workspace, file, text, args);
  expect([output, status]).toEqual([expect.not.stringMatching(/:\d+ error /), 0]);
  expect(readDrafts(workspace).map(toLine)).toEqual(entries);
});

test("import reports a constant whose value only running the code would tell", async () => {
  const workspace = emptyCatalog({ id: "iota" });
  const { status, output } = await importText(
    workspace,
    "errors.go",
    "package e\nconst (\n\tErrA = iota + 1\n\tErrB\n\tErrC = 1003\n\tErrD = 1004\n)\n",
  );
  expect(status).toBe(1);
  expect(output).toContain("errors.go:3:1 error ErrA has no code that is written in the source");
  expect(output).toContain("errors.go:4:1 error ErrB has no code that is written in the source");
});

test("import reports a block of constants of which only running the code would tell any value", async () => {
  const workspace = emptyCatalog({ id: "iota" });
  const { status, output } = await importText(
    workspace,
    "errors.go",
    `package e

// ErrBase is where codes begin.
const (
	ErrA Code = iota + 1
	// B failed
	ErrB
)

var texts = map[string]string{"x.closed": "It is closed", "x.gone": "It is gone"}
`,
  );
  expect(status).toBe(1);
  expect(output).toContain("errors.go:5:1 error ErrA has no code that is written in the source");
  expect(output).toContain("errors.go:7:1 error ErrB has no code that is written in the source");
});

test("an error that a call makes of a constant of another file is reported, and a list is not", async () => {
  const text =
    'import { LATE } from "./codes.js";\nexport const ErrGone = 1404;\nexport const ErrLate = newError(LATE);\nexport const allErrors = [ErrGone, ErrLate];\n';
  const { status, output } = await importText(emptyCatalog({ id: "made" }), "errors.ts", text);
  expect(status).toBe(1);
  expect(output.match(/errors\.ts:\d+:1 error .*/g)).toEqual([
    expect.stringContaining("errors.ts:3:1 error ErrLate has no code that is written"),
  ]);
});
