import type { JsonSchema } from "../catalog/catalog.js";
import { STATUSES } from "../catalog/locale-state.js";
import type { Texts } from "../catalog/text-unit.js";
import { validateFile } from "../load/validate-file.js";
import { createProblem } from "../problem/problem.js";
import { parseJson } from "../source/parse-json.js";
import { locator } from "../source/syntax-problem.js";
import { type Incoming, type IncomingText, nothingIn } from "./incoming.js";
import type { JsonText } from "./print-texts-json.js";

const TEXTS = { type: "object", additionalProperties: { type: "string" } } as const;

const SCHEMA: JsonSchema = {
  type: "object",
  required: ["locale", "texts"],
  additionalProperties: false,
  properties: {
    unedited: { type: "string" },
    catalog: { type: "string" },
    locale: { type: "string" },
    sourceLocale: { type: "string" },
    texts: {
      type: "object",
      additionalProperties: {
        type: "object",
        required: ["source", "target", "status"],
        additionalProperties: false,
        properties: {
          notes: { type: "array" },
          source: TEXTS,
          sourceHash: { type: "string" },
          target: TEXTS,
          status: { enum: [...STATUSES, "stale", "missing"] },
        },
      },
    },
  },
};

interface TextsJson {
  readonly catalog?: string;
  readonly locale: string;
  readonly texts: Readonly<Record<string, JsonText>>;
}

/** Reads a file that `printTextsJson` printed and a translator edited. */
export function readTextsJson(file: string, text: string): Incoming {
  // PO, CSV, or the sheet for a native speaker.
  if (!/^\ufeff?\s*[[{]/.test(text)) {
    const message = "neither XLIFF 1.2 nor the JSON of codegen locale export";
    return nothingIn([createProblem("import", locator(file, text)(0), message)]);
  }
  const parsed = parseJson(file, text.replace(/^\ufeff/, ""));
  const isExport = typeof parsed.value === "object" && Object.hasOwn(parsed.value ?? {}, "texts");
  if (parsed.value !== undefined && !isExport) {
    const message = "not an export of a locale: expected { locale, texts }";
    return nothingIn([createProblem("import", parsed.locate([]), message)]);
  }
  const { problems: violations, invalidPaths } = validateFile(parsed, SCHEMA);
  const problems = [...parsed.problems, ...violations];
  const faulty = new Set(invalidPaths.map((path) => (path[0] === "texts" ? path[1] : undefined)));
  // A file without a locale or texts has nothing to import, and of two texts with one name either
  // could be meant. A malformed entry is left out alone.
  if (faulty.has(undefined) || parsed.problems.length > 0) return nothingIn(problems);
  const { catalog, locale, texts } = parsed.value as TextsJson;
  const hasText = ([name, { target }]: [string, JsonText]) =>
    !faulty.has(name) && Object.values(target).some((text) => text !== "");
  return {
    catalog,
    tag: locale,
    malformed: [...faulty].map(String),
    problems,
    texts: Object.entries(texts)
      .filter(hasText)
      .map(([name, { source, sourceHash, target, status }]) => ({
        name,
        source,
        sourceHash,
        target: filledIn(target),
        status: toIncomingStatus(status),
        locate: (field) =>
          parsed.locate(["texts", name, ...(field === undefined ? [] : ["target", field])]),
      })),
  };
}

/** Leaves out the texts that still wait for a translation. */
function filledIn(texts: Texts): Texts {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ""));
}

/** Whoever fills in a missing text need not change its status: no more is known of it. */
function toIncomingStatus(status: JsonText["status"]): IncomingText["status"] {
  if (status === "missing") return "unstated";
  return status === "stale" ? "todo" : status;
}
