import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { setupI18n } from "@lingui/core";
import i18next from "i18next";
import { IntlMessageFormat } from "intl-messageformat";
import { MessageFormat } from "messageformat";

/** The locale that all contenders use. */
const LOCALE = "zh-Hans";

/** An identified error: the part that a message format needs. */
export interface NamedError {
  readonly name: string;
  readonly params: Readonly<Record<string, string>>;
  /** The server's text. */
  readonly msg?: string | null;
}

/** An error's message and description, which all contenders must render alike. */
export interface Words {
  readonly message: string;
  readonly description: string;
}

type Say = (error: NamedError) => Words;

/** Makes a formatter of intl-messageformat; each text is compiled once. */
export function makeIntlMessageFormat(names: readonly string[]): Say {
  const formats = compile(names, (text) => new IntlMessageFormat(text, LOCALE));
  return ({ name, params }) => {
    const [message, description] = formats.get(name) as Pair<IntlMessageFormat>;
    return {
      message: message.format(params) as string,
      description: description.format(params) as string,
    };
  };
}

/**
 * Makes a formatter of MessageFormat 2; each text is compiled once. It does not isolate values, as
 * the others do not either.
 */
export function makeMessageFormat2(names: readonly string[]): Say {
  const formats = compile(
    names,
    (text) =>
      new MessageFormat(LOCALE, text.replaceAll("{", "{$"), {
        bidiIsolation: "none",
      }),
  );
  return ({ name, params }) => {
    const [message, description] = formats.get(name) as Pair<MessageFormat>;
    return { message: message.format(params), description: description.format(params) };
  };
}

/** Makes a formatter of i18next, with the resources that we publish for it. */
export function makeI18next(): Say {
  const i18n = i18next.createInstance();
  i18n.init({
    lng: LOCALE,
    fallbackLng: false,
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: { [LOCALE]: { translation: readTexts("i18next") } },
  });
  return ({ name, params }) => ({
    message: i18n.t(name, params),
    description: i18n.t(`${name}_description`, params),
  });
}

/** Makes a formatter of Lingui, with messages as its command line compiles them. */
export function makeLingui(): Say {
  const messages = Object.fromEntries(
    Object.entries(readTexts("icu")).map(([key, text]) => [
      key,
      text
        .split(/\{(\w+)\}/)
        .map((piece, index) => (index % 2 === 0 ? piece : ([piece] as [string])))
        .filter((piece) => piece !== ""),
    ]),
  );
  const i18n = setupI18n({ locale: LOCALE, messages: { [LOCALE]: messages } });
  return ({ name, params }) => ({
    message: i18n._(name, params),
    description: i18n._(`${name}_description`, params),
  });
}

/**
 * Makes a function with two template literals for each error, as written by hand; an error without
 * one has the server's text.
 */
export function makeTemplateLiterals(names: readonly string[]): Say {
  const literal = (text: string) =>
    `\`${text.replaceAll(/[\\`$]/g, "\\$&").replaceAll("{", "${params.")}\``;
  const functions = [...compile(names, literal)].map(
    ([name, [message, description]]) =>
      `${name}: (params) => ({ message: ${message}, description: ${description} })`,
  );
  const say = new Function(`return { ${functions.join(", ")} };`)() as Record<
    string,
    ((params: NamedError["params"]) => Words) | undefined
  >;
  const description = readGeneralDescription();
  return ({ name, params, msg }) => say[name]?.(params) ?? { message: msg ?? name, description };
}

type Pair<Format> = readonly [message: Format, description: Format];

/** Compiles both texts of each error. */
function compile<Format>(
  names: readonly string[],
  one: (text: string) => Format,
): Map<string, Pair<Format>> {
  const texts = readTexts("icu");
  const format = (key: string) => one(texts[key] as string);
  return new Map(names.map((name) => [name, [format(name), format(`${name}_description`)]]));
}

function readTexts(format: "icu" | "i18next"): Readonly<Record<string, string>> {
  const file = createRequire(import.meta.url).resolve(
    `@hashkey-errors/messages/${format}/${LOCALE}.json`,
  );
  // Only ICU can choose words for known values: the mix has none, and nobody chooses.
  const text = readFileSync(file, "utf8").replaceAll(
    /\{(\w+), select, .*? other \{\{\w+\}\}\}/g,
    "{$1}",
  );
  return JSON.parse(text) as Record<string, string>;
}

/** Returns what the reader of an unrecognized error can do. */
export function readGeneralDescription(): string {
  return readTexts("i18next").UNRECOGNIZED_description ?? "";
}
