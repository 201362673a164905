import { expect, test } from "vitest";
import { emptyCatalog } from "../../../empty-catalog.js";
import { importText, readDrafts, testDocuments } from "../../import-text.js";

testDocuments([
  [
    "an enum whose last bracket is not closed",
    "errors.proto",
    'enum ErrorCode {\n  LATE = 1001 [(text) = "Too late"',
    [],
    ["1001 | null | Too late |  | 2 | "],
  ],
  [
    "names that numbers count, and the statuses and texts of their options, in Protobuf",
    "error_reason.proto",
    'syntax = "proto3";\npackage shop.v1;\nimport "errors/errors.proto";\n\nmessage Order {\n  string id = 1;\n  int64 price = 2;\n}\n\nenum ErrorReason {\n  // The default.\n  option (errors.default_code) = 500;\n  reserved 4, 5;\n\n  ORDER_NOT_FOUND = 0 [(errors.code) = 404, (errors.message) = "Order not found"];\n  // The price is\n  // too low.\n  PRICE_TOO_LOW = 1 [\n    (errors.code) = 400,\n    (errors.id) = "PRICE_TOO_LOW"\n  ];\n  LOCKED = 2; // The account is locked\n}\n',
    [],
    [
      "ORDER_NOT_FOUND | 404 | Order not found |  | 15 | code",
      "PRICE_TOO_LOW | 400 | The price is too low. |  | 16-21 | message",
      "LOCKED | null | The account is locked |  | 22 | code message",
    ],
  ],
  [
    "numbers that somebody chose, below titles, in Protobuf",
    "errors.proto",
    "enum ErrorCode {\n  // ===== Orders =====\n  ORDER_NOT_FOUND = 10001;\n  // -----------\n  // The price is too low.\n  PRICE_TOO_LOW = 10002;\n}\nenum Side { BUY = 0; SELL = 1; }\n",
    [],
    [
      "10001 | null | 10001 |  | 3 | code message",
      "10002 | null | The price is too low. |  | 5-6 | code message",
    ],
  ],
  [
    "members without commas, in Thrift",
    "errors.thrift",
    "enum ErrorCode {\n  // No such order\n  ORDER_NOT_FOUND = 1001\n  PRICE_TOO_LOW = 1002 // The price is too low\n  LOCKED = 1003\n}\n",
    [],
    [
      "1001 | null | No such order |  | 2-3 | message",
      "1002 | null | The price is too low |  | 4 | message",
      "1003 | null | 1003 |  | 5 | message",
    ],
  ],
  [
    "numbers with comments of Doxygen, before and behind them, in C",
    "errors.h",
    "#ifndef SHOP_ERRORS_H\n#define SHOP_ERRORS_H\n/* The errors. */\n/** @brief No such order. */\n#define SHOP_ERR_ORDER ((shop_result_t) - 100)\n#define SHOP_ERR_PRICE 0x65 /**< The price is\n                                  too low. */\n#define SHOP_ERROR(x) (-(x))\n#define SHOP_MAX_ORDERS 7\ntypedef enum {\n  SHOP_ERR_BUSY = -3, ///< Try again.\n  SHOP_ERR_TIME = 4U,\n} shop_error_t;\n#endif\n",
    ["--table", "1,2"],
    [
      "-100 | null | No such order. |  | 4-5 | message",
      "0x65 | null | The price is too low. |  | 6-7 | code message",
      "-3 | null | Try again. |  | 11 | message",
      "4 | null | 4 |  | 12 | message",
    ],
  ],
  [
    "attributes with the text or the code, and constants of a class, in C#",
    "ErrorCodes.cs",
    'namespace Shop;\n\npublic enum ErrorCode\n{\n    /// <summary>\n    /// The order is gone.\n    /// </summary>\n    [EnumMember(Value = "order_not_found")]\n    OrderNotFound,\n    [EnumMember(Value = "price_too_low")]\n    PriceTooLow,\n}\n\npublic static class ErrorNumbers\n{\n    [Description("The account is locked")]\n    public const int Locked = 1_001;\n    public static readonly string Late = "too_late";\n    private void Run() { const int Local = 5; }\n}\n',
    [],
    [
      "order_not_found | null | The order is gone. |  | 5-9 | message",
      "price_too_low | null | price_too_low |  | 10-11 | message",
      "1001 | null | The account is locked |  | 16-17 | ",
      "too_late | null | too_late |  | 18 | message",
    ],
  ],
  [
    "arguments by the names of their parameters, in Kotlin",
    "ErrorCode.kt",
    'enum class ErrorCode(val status: Int, val code: String, val message: String) : Coded {\n    ORDER_NOT_FOUND(404, "O-001", "Order " + "not found"),\n    PRICE_TOO_LOW(code = "O-002", status = 400, message = "Price too low");\n\n    companion object { fun of(code: String) = entries.first { it.code == code } }\n}\nobject ErrorNumbers {\n    const val LOCKED = 1003 // Locked\n    const val LATE: Int = 1004\n}\n',
    [],
    [
      "O-001 | 404 | Order not found |  | 2 | ",
      "O-002 | 400 | Price too low |  | 3 | ",
      "1003 | null | Locked |  | 8 | message",
      "1004 | null | 1004 |  | 9 | message",
    ],
  ],
  [
    "constants with annotations, and cases among functions, in PHP",
    "ErrorCode.php",
    '<?php\n# Errors\nclass ErrorCode extends AbstractConstants\n{\n    /**\n     * @Message("Order not found")\n     */\n    public const ORDER_NOT_FOUND = 1001;\n    #[Message("Price too low")]\n    const PRICE_TOO_LOW = 1002;\n    const TEXTS = [1001 => "One"];\n}\nenum OrderError: int {\n    use Named;\n    case Locked = 2001;\n    /** Too late. */\n    case Late = 2002;\n    public function text(): string { return match ($this) { self::Late => "x" }; }\n}\n',
    [],
    [
      "1001 | null | Order not found |  | 5-8 | message",
      "1002 | null | Price too low |  | 9-10 | ",
      "2001 | null | 2001 |  | 15 | message",
      "2002 | null | Too late. |  | 16-17 | message",
    ],
  ],
  [
    "attributes with the text, in Rust",
    "error.rs",
    '#[error_code]\npub enum ShopError {\n    /// The first.\n    #[msg("Order {0} not found")]\n    OrderNotFound = 6000,\n    PriceTooLow = 6001, // Price too low\n}\n#[derive(Error)]\npub enum ApiError<\'a> {\n    #[error("the account is locked")]\n    Locked(String),\n    Late { at: &\'a str },\n}\npub const ERR_GONE: u32 = 7001;\nfn run() { const ERR_LOCAL: u32 = 1; }\n',
    [],
    [
      "6000 | null | Order {order} not found |  | 4-5 | ",
      "6001 | null | Price too low |  | 6 | message",
      "Locked | null | the account is locked |  | 10-11 | code",
      "Late | null | Late |  | 12 | code message",
      "7001 | null | 7001 |  | 14 | message",
    ],
  ],
  [
    "cases of numbers and words, in Swift",
    "Errors.swift",
    'enum APIErrorCode: Int, Error {\n    /// The order is gone.\n    case orderNotFound = 1001\n    case priceTooLow = 1002\n    var text: String { switch self { case .orderNotFound: return "x" default: return "y" } }\n}\nenum APIError: String { case locked = "account_locked", late = "too_late" }\n',
    [],
    [
      "1001 | null | The order is gone. |  | 2-3 | message",
      "1002 | null | 1002 |  | 4 | message",
      "account_locked | null | account_locked |  | 7 | message",
      "too_late | null | too_late |  | 7 | message",
    ],
  ],
  [
    "names with descriptions, in GraphQL",
    "schema.graphql",
    'type OrderError { code: OrderErrorCode! }\n\n"""The errors."""\nenum OrderErrorCode {\n  NOT_FOUND\n  "The price is too low."\n  PRICE_TOO_LOW\n  """\n  The account\n  is locked.\n  """\n  LOCKED @deprecated(reason: "Use FROZEN.")\n  # Frozen by us.\n  FROZEN\n}\nenum Side { BUY SELL }\n',
    [],
    [
      "NOT_FOUND | null | NOT_FOUND |  | 5 | code message",
      "PRICE_TOO_LOW | null | The price is too low. |  | 6-7 | code",
      "LOCKED | null | The account is locked. |  | 8-12 | code",
      "FROZEN | null | Frozen by us. |  | 13-14 | code message",
    ],
  ],
  [
    "a list without an enum, in PHP",
    "errors.php",
    "<?php\nreturn [\n    '1001' => 'Order not found',\n    '1002' => 'Price too low',\n    '1003' => 'Account locked',\n    '1004' => 'Too late',\n];\n",
    [],
    [
      "1001 | null | Order not found |  | 3 | message",
      "1002 | null | Price too low |  | 4 | message",
      "1003 | null | Account locked |  | 5 | message",
      "1004 | null | Too late |  | 6 | message",
    ],
  ],
  [
    "defaults of parameters, and constants in braces on one line, in Kotlin",
    "ErrorCode.kt",
    "enum class ErrorCode(val code: Int, val status: Int = 400) { GONE(1001, 404), LATE(1002) }\nclass OrderError { companion object { const val BAD = 1003 } }\nclass PriceError { companion object { const val LOW = 1004 } }\n",
    [],
    [
      "1001 | 404 | 1001 |  | 1 | message",
      "1002 | null | 1002 |  | 1 | message",
      "1003 | null | 1003 |  | 2 | message",
      "1004 | null | 1004 |  | 3 | message",
    ],
  ],
  [
    "checks of versions, and names that are words of the language, in Swift",
    "Errors.swift",
    'struct OrderError {\n    func run() { if #available(iOS 15, *) { log(#"a " { b"#) } }\n    static let gone = 7\n}\nenum ErrorCode: String { case `default` = "bad_default", late = "too_late" }\n',
    [],
    [
      "7 | null | 7 |  | 3 | message",
      "bad_default | null | bad_default |  | 5 | message",
      "too_late | null | too_late |  | 5 | message",
    ],
  ],
  [
    "members that attributes call deprecated, whose texts are for compilers, in C#",
    "ErrorCode.cs",
    'enum ErrorCode {\n    [Obsolete("Use Late")]\n    Gone = 1001,\n    [SuppressMessage("Naming", "CA1707")]\n    Late = 1002,\n}\n',
    [],
    ["1001 | null | 1001 |  | 2-3 | message", "1002 | null | 1002 |  | 4-5 | message"],
  ],
  [
    "attributes behind names, in C++",
    "errors.h",
    'enum class error : int { gone [[deprecated("Use late")]] = 1001, late = 1002 };\n',
    [],
    ["1001 | null | 1001 |  | 1 | message", "1002 | null | 1002 |  | 1 | message"],
  ],
  [
    "conditions and types of numbers, in Rust",
    "error.rs",
    'enum ErrorCode {\n    #[cfg(feature = "orders")]\n    Gone = 1001u16,\n    Late = 1_002_i32,\n}\n',
    [],
    ["1001 | null | 1001 |  | 2-3 | message", "1002 | null | 1002 |  | 4 | message"],
  ],
  [
    "several constants in one statement, in PHP",
    "ErrorCode.php",
    "<?php\nclass ErrorCode {\n    const GONE = 1001, // Gone\n        LATE = 1002; // Late\n}\n",
    [],
    ["1001 | null | Gone |  | 3 | message", "1002 | null | Late |  | 4 | message"],
  ],
  [
    "numbers with comments behind them in Lua",
    "errcode.lua",
    "ERRCODE = {\n  E_ARGS = -2,   -- bad arguments\n  E_FULL = -3,   -- no room\n  E_DB   = -4,   -- the database failed\n}\n",
    [],
    [
      "-2 | null | bad arguments |  | 2 | message",
      "-3 | null | no room |  | 3 | message",
      "-4 | null | the database failed |  | 4 | message",
    ],
  ],
]);

test("enums that do not speak of errors are not read, and the fields of messages are no errors", async () => {
  const { output } = await importText(
    emptyCatalog({ id: "enums" }),
    "orders.proto",
    "message Order { string order_id = 1; }\nenum Side { BUY = 0; SELL = 1; }\nenum ErrorCode { GONE = 0; LATE = 1; }\n",
  );
  expect(output).toContain("table 1 (enum Side, line 2): not read: 2 rows");
  expect(output).toContain("table 2 (enum ErrorCode, line 3): 2 rows");
});

test("a name that C gives a number of its own is reported", async () => {
  const { output, status } = await importText(
    emptyCatalog({ id: "enums" }),
    "errors.h",
    "enum error { E_GONE = 1, E_LATE };\n",
  );
  expect(status).toBe(1);
  expect(output).toContain(
    "errors.h:1:1 error E_LATE has no code that is written in the source: only running it would tell",
  );
});

test("a macro that computes its number is reported, and one that is code is not", async () => {
  const { output, status } = await importText(
    emptyCatalog({ id: "enums" }),
    "errors.h",
    '#define ERR_GONE 1\n#define ERR_LATE (ERR_GONE + 1)\n#define ERR_LOG log("error", 2)\n',
  );
  expect(status).toBe(1);
  expect(output.match(/error ERR_\w+ has no code/g)).toEqual(["error ERR_LATE has no code"]);
});

test("a member that an attribute calls deprecated says so in its notes", async () => {
  const workspace = emptyCatalog({ id: "enums" });
  await importText(
    workspace,
    "ErrorCode.cs",
    'enum ErrorCode {\n    [Obsolete("Use Late")]\n    Gone = 1001,\n    Late = 1002,\n}\n',
  );
  const notes = readDrafts(workspace).map((draft) => draft.notes);
  expect(notes).toEqual([expect.stringContaining("deprecated"), undefined]);
});

test("import leaves enums of other things out, in a file of errors that has enums of errors", async () => {
  const text =
    'export enum OperationType {\n  Unknown = "",\n  Insert = "insert",\n  Get = "get",\n}\nexport enum StateError {\n  NotFound = 1200,\n  Expired = 1210,\n}\n';
  const { status, output } = await importText(emptyCatalog({ id: "enums" }), "errors.ts", text);
  expect(status).toBe(0);
  expect(output).toContain("2 rows; 0 known, 0 changed, 2 new");
  expect(output).toContain("enum OperationType, lines 2-4): not read: 3 rows, nothing says that");
});
