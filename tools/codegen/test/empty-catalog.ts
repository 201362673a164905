import { join } from "node:path";
import { stringify } from "yaml";
import { type Workspace, workspaceAt } from "./acme.js";
import { temporaryFolder } from "./temporary-folder.js";

const CATEGORIES = {
  request: { status: 400, description: "The request's own form: parameters, fields, formats." },
  account: { status: 400, description: "Who is asking, and what they may do: keys, limits." },
  order: { status: 400, description: "An order's price, size, margin or liquidation." },
  traffic: { status: 400, description: "Too many requests in a period." },
  system: { status: 400, description: "The servers." },
};

/** The differences between the APIs that catalogs are made for. */
export interface ApiShape {
  readonly id: string;
  /** The member that holds code and message, where they are not the body's own. */
  readonly error?: string;
  readonly code?: string;
  readonly numericCodes?: boolean;
  /** Further members of the manifest. */
  readonly manifest?: object;
}

/** A catalog with a manifest and no entry, in a folder that is removed when the test ends. */
export function emptyCatalog(shape: ApiShape): Workspace {
  const { id, error, code = "code", numericCodes = false } = shape;
  const root = temporaryFolder(id);
  const catalog = join(root, "spec");
  const workspace = workspaceAt(root, catalog);
  const { write } = workspace;
  const manifest = {
    id: `${id}-errors`,
    title: `${id} errors`,
    description: `Errors of the ${id} API.`,
    wire: {
      ...(error && { error }),
      code,
      message: "message",
      success: [],
      numericCodes,
    },
    categories: CATEGORIES,
    errorClass: "OtherApiError",
    runtime: true,
    packages: {
      types: { name: `@${id}/types`, folder: "../out/types" },
      validator: { name: `@${id}/errors`, folder: "../out/validator" },
      messages: { name: `@${id}/messages`, folder: "../out/messages" },
    },
    sourceLocale: "en",
    ...shape.manifest,
  };
  write("catalog.yaml", stringify(manifest));
  write("locales/en.json", "{}\n");
  write("wire.schema.json", JSON.stringify(wireSchema(shape)));
  return workspace;
}

function wireSchema({ error: envelope, code = "code", numericCodes = false }: ApiShape): object {
  const fields = {
    title: envelope ? "ErrorDetails" : "ErrorBody",
    type: "object",
    required: [code],
    properties: {
      [code]: numericCodes
        ? { type: ["string", "integer"], not: { const: "" } }
        : { type: "string", not: { const: "" } },
      message: { type: ["string", "null"] },
    },
    additionalProperties: true,
  };
  const error = envelope
    ? {
        title: "ErrorBody",
        type: "object",
        required: [envelope],
        properties: { [envelope]: fields },
        additionalProperties: true,
      }
    : fields;
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "ResponseBody",
    anyOf: [{ $ref: "#/$defs/ErrorBody" }, { $ref: "#/$defs/SuccessBody" }],
    $defs: {
      ErrorBody: error,
      SuccessBody: { title: "SuccessBody", type: "object", additionalProperties: true },
    },
  };
}
