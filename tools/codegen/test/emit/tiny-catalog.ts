import {
  type Catalog,
  type ErrorEntry,
  emit,
  type Locale,
  type Translation,
} from "@hashkey-errors/codegen";

/** The error that most tests are about: documented, with a param and another wording. */
export const NOT_FOUND: ErrorEntry = {
  name: "ITEM_NOT_FOUND",
  kind: "error",
  code: "1001",
  aliases: [],
  httpStatus: 404,
  message: "Item '{item}' not found",
  variants: [{ message: "No such item.", sources: [{ document: "samples.ndjson", line: 2 }] }],
  params: { item: { meaning: "The id of the item", example: "A7" } },
  description: "Check the id of the item.",
  category: "request",
  fault: "client",
  outcome: "rejected",
  retry: "after-fix",
  documented: true,
  sources: [{ document: "errors.md", line: 3 }],
};

/** The other error: observed, without a status or a description, and with a second code. */
export const BUSY: ErrorEntry = {
  name: "SERVER_BUSY",
  kind: "error",
  code: "-1002",
  aliases: [{ code: "1002", sources: [{ document: "samples.ndjson", line: 8 }] }],
  httpStatus: null,
  message: "Server busy",
  variants: [],
  params: {},
  description: "",
  category: "system",
  fault: "server",
  outcome: "unknown",
  retry: "after-reconcile",
  documented: false,
  sources: [{ document: "samples.ndjson", line: 7 }],
};

const MANIFEST: Catalog["manifest"] = {
  id: "acme-errors",
  title: "Acme API errors",
  description: "The errors of the Acme API.",
  table: "errors.md",
  wire: { code: "code", message: "text", success: [0, "0"], numericCodes: true },
  categories: {
    request: { status: 400, description: "The request." },
    system: { status: 500, description: "The server." },
  },
  errorClass: "AcmeApiError",
  packages: {
    types: { name: "@acme/types", folder: "../types/src" },
    validator: { name: "@acme/validator", folder: "../validator/src" },
    messages: { name: "@acme/messages", folder: "../messages/src" },
  },
  sourceLocale: "en",
  localeAliases: { "de-AT": "de" },
};

const SCHEMA: Catalog["schema"] = {
  type: "object",
  required: ["entries"],
  properties: { entries: { description: "The entries.", type: "array", items: {} } },
  $defs: {
    Category: {
      description: "What the error is about.",
      oneOf: [{ const: "request", description: "The request." }, { const: "system" }],
    },
    Fault: { oneOf: [{ const: "client" }, { const: "server" }] },
    Outcome: { oneOf: [{ const: "rejected" }, { const: "unknown" }] },
    Retry: { oneOf: [{ const: "after-fix" }, { const: "after-reconcile" }] },
  },
};

const WIRE_SCHEMA: Catalog["wireSchema"] = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "ResponseBody",
  description: "Any body.",
  anyOf: [{ $ref: "#/$defs/ErrorBody" }, { type: "array", items: {} }],
  $defs: {
    ErrorBody: {
      title: "ErrorBody",
      description: "The body of an error.",
      type: "object",
      required: ["code"],
      properties: { code: { type: ["string", "integer"] } },
      additionalProperties: true,
    },
  },
};

/** A text, as a native speaker has read it. */
export function text(
  message: string,
  description: string,
  sourceHash: string = MADE_FROM_NOTHING,
): Translation {
  return { title: "Error", message, description, status: "reviewed", sourceHash };
}

const MADE_FROM_NOTHING = "4f53cda18c2b";

/** The sentences of the outcomes, as a native speaker has read them. */
const OUTCOMES: NonNullable<Locale["outcomes"]> = {
  rejected: "Rejected.",
  "rejected-after-reconcile": "Rejected; an earlier one may stand.",
  unknown: "Unknown.",
  applied: "Applied.",
  status: "reviewed",
  sourceHash: MADE_FROM_NOTHING,
};

const LOCALES: Catalog["locales"] = [
  {
    tag: "de",
    translations: {
      ITEM_NOT_FOUND: { ...text("Artikel {item} fehlt.", "", "outdated"), status: "machine" },
    },
  },
  {
    tag: "en",
    outcomes: OUTCOMES,
    translations: {
      UNRECOGNIZED: text("Unknown error {code}.", "Look first."),
      INVALID_RESPONSE: text("No answer of ours.", "Look first."),
      NO_RESPONSE: text("No answer.", "Look first."),
      NO_RESPONSE_rejected: text("Not sent.", "Try later."),
      ITEM_NOT_FOUND: {
        ...text("There is no item {item}.", "Check its id.", "e3e1db7c1229"),
        paramless: "No such item.",
      },
      SERVER_BUSY: text("The server's busy.", "", "aa43f5c6937f"),
    },
    developer: {
      SERVER_BUSY: {
        text: "Look the item up by its id.",
        status: "machine",
        sourceHash: "49bf0288598b",
      },
    },
  },
];

/** The changes of a test to the tiny catalog: of the manifest, only some members. */
interface Changes extends Partial<Omit<Catalog, "manifest">> {
  readonly manifest?: Partial<Catalog["manifest"]>;
}

/** A catalog of two errors in memory; `changes` replace parts of it. */
export function tinyCatalog({ manifest, ...changes }: Changes = {}): Catalog {
  return {
    directory: "/acme/schemas",
    manifest: { ...MANIFEST, ...manifest },
    entries: [NOT_FOUND, BUSY],
    complete: true,
    locales: LOCALES,
    releasedNames: [],
    releasedSunsets: {},
    schema: SCHEMA,
    wireSchema: WIRE_SCHEMA,
    wireSchemaSource: "wire.schema.json",
    evidence: {},
    ...changes,
  };
}

/** The text of the file that `emit` generates at a path. */
export async function emitFile(path: string, catalog: Catalog = tinyCatalog()): Promise<string> {
  const { files, problems } = await emit(catalog);
  const file = files.find((one) => one.path === path);
  if (file === undefined) throw new Error(JSON.stringify({ path, problems }));
  return file.text;
}
