import { Ajv } from "ajv";
import * as v from "valibot";
import { z } from "zod";
import type { BenchEntry } from "./entries.js";
import {
  makeI18next,
  makeIntlMessageFormat,
  makeLingui,
  makeTemplateLiterals,
  type NamedError,
  readGeneralDescription,
  type Words,
} from "./formatters.js";

/** Goes from a response's text to a message and a description. */
export type Translate = (text: string) => Words;

/** A pipeline of off-the-shelf libraries. */
export interface Stack {
  readonly name: string;
  make(entries: readonly BenchEntry[]): Translate;
}

/** The texts of a body that is not an error. */
export const NO_WORDS: Words = { message: "", description: "" };

/** Each validates the code, looks up the error, reads the params from the text, and formats. */
export const stacks: readonly Stack[] = [
  {
    name: "Ajv enum + RegExp + intl-messageformat",
    make(entries) {
      const validate = new Ajv().compile<ErrorBody>({
        type: "object",
        required: ["code"],
        properties: { code: { enum: codesOf(entries) }, msg: { type: "string", nullable: true } },
      });
      const index = indexByCode(entries);
      const say = makeIntlMessageFormat(namesOf(entries));
      return (text) => {
        const body: unknown = JSON.parse(text);
        const error = validate(body) ? readError(index, body) : undefined;
        return error === undefined ? ownText(body) : say(error);
      };
    },
  },
  {
    name: "zod 4 literal + RegExp + i18next",
    make(entries) {
      const schema = z.object({ code: z.literal(codesOf(entries)), msg: z.string().nullish() });
      const index = indexByCode(entries);
      const say = makeI18next();
      return (text) => {
        const body: unknown = JSON.parse(text);
        const { data } = schema.safeParse(body);
        const error = data === undefined ? undefined : readError(index, data);
        return error === undefined ? ownText(body) : say(error);
      };
    },
  },
  {
    name: "valibot picklist + RegExp + Lingui",
    make(entries) {
      const schema = v.object({ code: v.picklist(codesOf(entries)), msg: v.nullish(v.string()) });
      const index = indexByCode(entries);
      const say = makeLingui();
      return (text) => {
        const body: unknown = JSON.parse(text);
        const error = v.is(schema, body) ? readError(index, body) : undefined;
        return error === undefined ? ownText(body) : say(error);
      };
    },
  },
  {
    name: "by hand: Map + RegExp + template literals, nothing validated",
    make(entries) {
      const index = indexByCode(entries);
      const say = makeTemplateLiterals(namesOf(entries));
      return (text) => {
        const body = JSON.parse(text) as ErrorBody;
        const error = readError(index, body);
        return error === undefined ? ownText(body) : say(error);
      };
    },
  },
];

interface ErrorBody {
  readonly code: string;
  readonly msg?: string | null | undefined;
}

interface IndexedError extends NamedError {
  /** Finds the params; undefined if the error has none. */
  readonly pattern: RegExp | undefined;
}

const codesOf = (entries: readonly BenchEntry[]) => [...new Set(entries.map(({ code }) => code))];
const namesOf = (entries: readonly BenchEntry[]) => entries.map(({ name }) => name);

/** Maps each code to its error; for a shared code, to the last one. */
function indexByCode(entries: readonly BenchEntry[]): ReadonlyMap<string, IndexedError> {
  return new Map(
    entries.map(({ name, code, message }) => {
      const source = message
        .replaceAll(/[.*+?^$()|[\]\\]/g, "\\$&")
        .replaceAll(/'?\{(\w+)\}'?/g, "'?(?<$1>.+?)'?");
      const pattern = message.includes("{") ? new RegExp(`^${source}$`) : undefined;
      return [code, { name, params: {}, pattern }];
    }),
  );
}

function readError(
  index: ReadonlyMap<string, IndexedError>,
  { code, msg }: ErrorBody,
): NamedError | undefined {
  const error = index.get(code);
  if (error?.pattern === undefined) return error;
  const params = error.pattern.exec(msg ?? "")?.groups;
  return params === undefined ? undefined : { name: error.name, params };
}

const GENERAL_DESCRIPTION = readGeneralDescription();

/** Returns the server's text of an unknown error, and what its reader can do. */
function ownText(body: unknown): Words {
  const { code, msg } = (body ?? {}) as { readonly code?: unknown; readonly msg?: unknown };
  return typeof code === "string" && typeof msg === "string"
    ? { message: msg, description: GENERAL_DESCRIPTION }
    : NO_WORDS;
}
