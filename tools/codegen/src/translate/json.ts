import type { JsonSchema, Translation } from "../catalog/catalog.js";
import { STATUSES } from "../catalog/locale-state.js";
import { validateFile } from "../load/validate-file.js";
import { parseJson } from "../source/parse-json.js";
import { printJson } from "../std/print-json.js";
import type { Incoming, Outgoing, OutgoingText, Texts } from "./outgoing.js";

/** What the file holds of one entry. */
interface Item extends Texts {
  readonly notes?: readonly string[];
  readonly source: Texts;
  readonly sourceHash?: string;
  readonly status: OutgoingText["status"];
}

const TEXTS = { message: { type: "string" }, description: { type: "string" } } as const;

const SCHEMA: JsonSchema = {
  type: "object",
  required: ["locale", "texts"],
  additionalProperties: false,
  properties: {
    locale: { type: "string" },
    sourceLocale: { type: "string" },
    texts: {
      type: "object",
      additionalProperties: {
        type: "object",
        required: ["source", "message", "description", "status"],
        additionalProperties: false,
        properties: {
          notes: { type: "array" },
          source: { type: "object", required: ["message", "description"], properties: TEXTS },
          sourceHash: { type: "string" },
          ...TEXTS,
          status: { enum: [...STATUSES, "stale", "missing"] },
        },
      },
    },
  },
};

/** A locale as JSON, for translators who work on it by hand or with a tool of their own. */
export function printExchangeJson({ tag, sourceLocale, texts }: Outgoing): string {
  const items = texts.map(({ name, notes, source, sourceHash, target, status }): [string, Item] => {
    const { message = "", description = "" } = target ?? {};
    return [
      name,
      {
        notes,
        source: { message: source.message, description: source.description },
        sourceHash,
        message,
        description,
        status,
      },
    ];
  });
  return printJson({ locale: tag, sourceLocale, texts: Object.fromEntries(items) });
}

/** Reads what `printExchangeJson` has written, and a translator has changed. */
export function readExchangeJson(file: string, text: string): Incoming {
  const parsed = parseJson(file, text.replace(/^\ufeff/, ""));
  const isExport = typeof parsed.value === "object" && Object.hasOwn(parsed.value ?? {}, "texts");
  if (parsed.value !== undefined && !isExport) {
    const message = "is no export of a locale: expected { locale, texts }";
    const location = parsed.locate([]);
    const problem = { rule: "import", severity: "error", message, location } as const;
    return { tag: undefined, texts: [], malformed: [], problems: [problem] };
  }
  const form = validateFile(parsed, SCHEMA);
  const problems = [...parsed.problems, ...form.problems];
  const faulty = new Set(form.faults.map((path) => (path[0] === "texts" ? path[1] : undefined)));
  // Without a locale or texts there is nothing to let in, and of a text that stands twice nobody knows which is meant;
  // a faulty entry is left out alone.
  if (faulty.has(undefined) || parsed.problems.length > 0)
    return { tag: undefined, texts: [], malformed: [], problems };
  const { locale, texts } = parsed.value as { locale: string; texts: Record<string, Item> };
  const isWhole = ([name, { message, description }]: [string, Item]) =>
    !faulty.has(name) && (message !== "" || description !== "");
  return {
    tag: locale,
    malformed: [...faulty].map(String),
    problems,
    texts: Object.entries(texts)
      .filter(isWhole)
      .map(([name, { source, sourceHash, message, description, status }]) => ({
        name,
        source,
        sourceHash,
        target: { message, description },
        status: isStatus(status) ? status : "todo",
        locate: (field) => parsed.locate(["texts", name, ...(field === undefined ? [] : [field])]),
      })),
  };
}

function isStatus(status: Item["status"]): status is Translation["status"] {
  return (STATUSES as readonly string[]).includes(status);
}
