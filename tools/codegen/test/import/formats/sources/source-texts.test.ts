import { testDocuments } from "../../import-text.js";

testDocuments([
  [
    "texts without escapes or on two lines, and lifetimes, in Rust",
    "error.rs",
    'pub enum ApiError {\n    #[error(r#"the "id" {x} is bad"#)]\n    Bad { x: char },\n    #[error("it is \\\n             late")]\n    Late,\n}\nimpl ErrorCode {\n    fn text<\'a>(&\'a self, x: &\'a str) -> char { \'"\' }\n    fn path() -> &\'static str { r"\\" }\n    pub const ERR_GONE: i32 = -7;\n}\n',
    [],
    [
      'Bad | null | the "id" {x} is bad |  | 2-3 | code',
      "Late | null | it is late |  | 4-6 | code",
      "-7 | null | -7 |  | 11 | message",
    ],
  ],
  [
    "texts with backslashes and quotation marks, in C#",
    "ErrorCodes.cs",
    'public static class ErrorCodes {\n    const string Folder = @"C:\\shop\\";\n    [Description(@"The ""id"" is \\ bad")]\n    public const int Bad = 1001;\n}\n',
    [],
    ["Folder | null | C:\\shop\\ |  | 2 | code", '1001 | null | The "id" is \\ bad |  | 3-4 | '],
  ],
  [
    "what stands behind a long text, in PHP",
    "ErrorCode.php",
    "<?php\nclass ErrorCode {\n    private $help = <<<EOT\n  It's } a \"text\n  EOT;\n    const GONE = 1001;\n}\n",
    [],
    ["1001 | null | 1001 |  | 6 | message"],
  ],
  [
    "values on the next line, and texts without escapes, in C++",
    "errors.h",
    '#define ERR_LATE \\\n    -77\n#define ERR_OTHER ERR_LATE // The same\n#define ERR_GONE 0b11\nnamespace shop {\nconstexpr auto kHelp = R"(a " } b)";\nconstexpr int kErrBad = 5; // Bad\nconst char* const kErrLow = "PRICE_LOW";\n}\n',
    [],
    [
      "-77 | null | -77 |  | 1-2 | message",
      "0b11 | null | 0b11 |  | 4 | code message",
      "5 | null | Bad |  | 7 | message",
      "PRICE_LOW | null | PRICE_LOW |  | 8 | message",
    ],
  ],
  [
    "comments with links, tags and empty lines, in TypeScript",
    "errors.ts",
    "export enum ErrorCode {\n  /**\n   * Not valid.\n   *\n   * {@link https://docs.example.com/a-b The page}\n   */\n  A = 4000000,\n  /** Use {@link B | the other} or {@linkcode C}, not {@code D}. */\n  B = 2,\n  // First\n  //\n  // and last\n  C = 3,\n}\n",
    [],
    [
      "4000000 | null | Not valid. The page |  | 2-7 | message",
      "2 | null | Use the other or C, not D. |  | 8-9 | message",
      "3 | null | First and last |  | 10-13 | message",
    ],
  ],
  [
    "comments before modifiers, in Java",
    "ErrorCodes.java",
    'public class ErrorCodes {\n  private static final long serialVersionUID = -3913902031489277776L;\n\n  /** The <b>first</b> one. */\n  public static final int FIRST = -401;\n\n  /**\n   * Second.\n   * @since 2\n   */\n  @Deprecated\n  protected static final String SECOND = "E_2";\n}\n',
    [],
    ["-401 | null | The first one. |  | 4-5 | message", "E_2 | null | Second. |  | 7-12 | message"],
  ],
  [
    "comments before modifiers, in TypeScript",
    "errors.ts",
    "// All of them.\nexport enum ErrorCode { A = 1, B = 2 }\n\n// Gone.\nexport const ERR_GONE = 3;\n",
    [],
    [
      "1 | null | 1 |  | 2 | message",
      "2 | null | 2 |  | 2 | message",
      "3 | null | Gone. |  | 4-5 | message",
    ],
  ],
  [
    "an empty line in a comment, and a constant that has a default, in Go",
    "errors.go",
    'package e\nconst NamespaceDefault = "default"\nconst (\n\t// Canceled is it.\n\t//\n\t// The framework sends it.\n\tCanceled ErrorCode = 1\n)\n',
    [],
    ["1 | null | Canceled is it. The framework sends it. |  | 4-7 | message"],
  ],
  [
    "texts in several literals with marks at their ends, in TypeScript",
    "errors.ts",
    "export const ERRORS = {\n  1001: 'Use `a` ' + 'or `b`',\n  1002: \"Say \\\"x\\\" \" +\n    'and y',\n  1003: `Use \\`a\\` ` + \"b\",\n};\n",
    [],
    [
      "1001 | null | Use `a` or `b` |  | 2 | ",
      '1002 | null | Say "x" and y |  | 3-4 | ',
      "1003 | null | Use `a` b |  | 5 | ",
    ],
  ],
  [
    "texts in several literals with marks at their ends, in Python",
    "errors.py",
    'ERRORS = {\n    1001: "He\'s \'x\' " "and y",\n    1002: ("One \\"x\\" "\n           "two"),\n    1003: \'A\' "B",\n}\n',
    [],
    [
      "1001 | null | He's 'x' and y |  | 2 | ",
      '1002 | null | One "x" two |  | 3-4 | ',
      "1003 | null | AB |  | 5 | ",
    ],
  ],
  [
    "texts of which one looks like a code, in TypeScript",
    "messages.ts",
    "export const errorMessages = {\n  [ERR__A]: 'It is $there',\n  [ERR__B]: 'ResanitizationNeeded',\n  E_C: 'Not now',\n};\nexport const errorNames = { NOT_FOUND: 'ERR_4', LATE: 'ERR_5' };\n",
    [],
    [
      "ERR__A | null | It is $there |  | 2 | code message",
      "ERR__B | null | ResanitizationNeeded |  | 3 | code",
      "E_C | null | Not now |  | 4 | ",
      "ERR_4 | null | ERR_4 |  | 6 | message",
      "ERR_5 | null | ERR_5 |  | 6 | message",
    ],
  ],
  [
    "a comment of many lines, in Go",
    "codes.go",
    `package codes\nconst (\n${Array.from({ length: 30 }, (_, at) => `\t// word${at}\n`).join("")}\tFailed ErrorCode = 9\n)\n`,
    [],
    [
      `9 | null | ${Array.from({ length: 30 }, (_, at) => `word${at}`).join(" ")} |  | 3-33 | message`,
    ],
  ],
  [
    "codes of which some are words, in TypeScript",
    "errors.ts",
    "export const enum AuthErrorCode {\n  EXPIRED = 'code-expired',\n  TIMEOUT = 'timeout',\n  NOT_READY = 'not-ready',\n}\nexport enum ErrorText {\n  LOCKED = 'Locked',\n  LATE = 'Too late',\n}\n",
    [],
    [
      "code-expired | null | code-expired |  | 2 | message",
      "timeout | null | timeout |  | 3 | message",
      "not-ready | null | not-ready |  | 4 | message",
      "LOCKED | null | Locked |  | 7 | code",
      "LATE | null | Too late |  | 8 | code",
    ],
  ],
]);
