import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { type Catalog, type Entry, emit, lint } from "@hashkey-errors/codegen";
import { locales, localize, type MessageBundle } from "@hashkey-errors/messages";
import { loaders } from "@hashkey-errors/messages/loaders";
import catalog from "@hashkey-errors/schemas/catalog.json" with { type: "json" };
import { type ApiError, identify } from "@hashkey-errors/validator";
import {
  compile as compileVue,
  createCoreContext,
  registerMessageCompiler,
  translate,
} from "@intlify/core";
import fc from "fast-check";
import { createInstance } from "i18next";
import { IntlMessageFormat } from "intl-messageformat";
import { createTranslator } from "use-intl/core";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";

const require = createRequire(import.meta.url);

/** Values that contain the libraries' own syntax. */
const HOSTILE = ["{0}", "a'b''c", "<b>x</b> & y", "@:key | {{x}} $t(y)", "100 %", "值 $& \\ #"];

interface Sample {
  readonly error: ApiError;
  readonly params: Readonly<Record<string, string>>;
}

/** Every error with its example values; if it has params, with hostile values too. */
const samples: readonly Sample[] = catalog.entries
  .filter(({ kind }) => kind === "error")
  // Responses of a renamed error get its new name.
  .filter((entry) => (entry as Entry).retired?.replacedBy === undefined)
  .flatMap(({ code, message, params }) => {
    const examples = Object.entries(
      params as unknown as Record<string, { example: string; values?: readonly string[] }>,
    );
    const values = [
      Object.fromEntries(examples.map(([name, { example }]) => [name, example])),
      ...(examples.some(([, { values }]) => values !== undefined)
        ? [
            Object.fromEntries(
              examples.map(([name, { example, values = [example] }]) => [name, values[0] ?? ""]),
            ),
          ]
        : []),
      ...(examples.length === 0 ? [] : HOSTILE).map((value) =>
        Object.fromEntries(examples.map(([name]) => [name, value])),
      ),
    ];
    return values.map((params) => {
      const msg = message.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? "");
      return { error: { ...identify(code, msg), params } as ApiError, params };
    });
  });

type Texts = Readonly<Record<string, string>>;
const texts = (format: string, tag: string): Texts =>
  JSON.parse(
    readFileSync(require.resolve(`@hashkey-errors/messages/${format}/${tag}.json`), "utf8"),
  );

/** Renders one key of a locale's file with params. */
type Render = (key: string, params: Readonly<Record<string, string>>) => string;

/** The params with the words for known values, which are texts of their own. */
const inWords = (name: string, params: Texts, wordOf: (key: string) => string | undefined) =>
  Object.fromEntries(
    Object.entries(params).map(([param, value]) => [
      param,
      wordOf(`${name}_values_${param}_${value}`) ?? value,
    ]),
  );

const libraries: Readonly<
  Record<string, (tag: string, read?: (format: string) => Texts) => Render | Promise<Render>>
> = {
  async i18next(tag, read = (format) => texts(format, tag)) {
    const i18n = createInstance();
    await i18n.init({
      lng: tag,
      resources: { [tag]: { errors: read("i18next") } },
      defaultNS: "errors",
      interpolation: { escapeValue: false },
    });
    const wordOf = (key: string) => (i18n.exists(key) ? i18n.t(key) : undefined);
    return (key, params) => i18n.t(key, { replace: inWords(key, params, wordOf) });
  },
  "vue-i18n"(tag, read = (format) => texts(format, tag)) {
    registerMessageCompiler(compileVue);
    const context = createCoreContext({
      locale: tag,
      warnHtmlMessage: false,
      messages: { [tag]: read("vue-i18n") },
    });
    const known = read("vue-i18n");
    const wordOf = (key: string) =>
      Object.hasOwn(known, key) ? (translate(context, key) as string) : undefined;
    return (key, params) => translate(context, key, inWords(key, params, wordOf)) as string;
  },
  "intl-messageformat"(tag, read = (format) => texts(format, tag)) {
    const messages = read("icu");
    return (key, params) =>
      new IntlMessageFormat(messages[key] ?? "", tag).format(params) as string;
  },
  "use-intl"(tag, read = (format) => texts(format, tag)) {
    const translator = createTranslator({
      locale: tag,
      messages: read("icu"),
      onError(error) {
        throw error;
      },
    });
    return (key, params) => translator(key, params);
  },
};

/** A language that has just been added has no texts yet. */
const translated = locales.filter((tag) => "UNRECOGNIZED" in texts("icu", tag));

const bundles = new Map<string, MessageBundle>();
beforeAll(async () => {
  for (const tag of locales) bundles.set(tag, await loaders[tag]());
});

/** Returns the errors that a library does not render as localize does. */
function findDifferences(render: Render, bundle: MessageBundle): readonly string[] {
  return (
    samples
      // A locale may not have all texts yet.
      .filter(({ error }) => bundle.texts[error.name])
      .flatMap(({ error, params }) => {
        const { name } = error;
        const { title, message, description, locale } = localize(error, bundle);
        const wanted = [title, message, description];
        const rendered = [`${name}_title`, name, `${name}_description`].map((key) =>
          render(key, params),
        );
        if (bundle.texts[name]?.[3]) {
          wanted.push(localize({ ...error, params: null } as ApiError, bundle).message);
          rendered.push(render(`${name}_paramless`, {}));
        }
        const isEqual = locale === bundle.locale && rendered.join("\n") === wanted.join("\n");
        return isEqual ? [] : [`${name}: ${rendered.join(" ")}`];
      })
  );
}

describe.each(Object.entries(libraries))("%s", (_, make) => {
  test.each(translated)("renders every error in %s as localize does", async (tag) => {
    const render = await make(tag);
    const bundle = bundles.get(tag) as MessageBundle;
    expect(findDifferences(render, bundle)).toEqual([]);
    for (const [key, sentence] of Object.entries(bundle.outcomes ?? {}))
      expect(render(`outcomes_${key}`, {})).toBe(sentence);
    const error = identify("-9999");
    expect(render("UNRECOGNIZED", { code: "-9999" })).toBe(localize(error, bundle).message);
    const { title, description } = localize(error, bundle);
    expect(render("UNRECOGNIZED_title", {})).toBe(title);
    expect(render("UNRECOGNIZED_description", {})).toBe(description);
  });
});

test("every library renders texts with special characters as localize does", async () => {
  const folder = mkdtempSync(join(tmpdir(), "texts-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const schemas = dirname(require.resolve("@hashkey-errors/schemas/package.json"));
  cpSync(schemas, folder, {
    recursive: true,
    // Without the languages that are not read here, linting and emitting take half as long.
    filter: (path) => !/node_modules|generated|locales\/(?!en\.)/.test(path),
  });
  const characters = [
    ..."'\"<>@|$\\\\#%&()[]/:;.,_*^`~+-=!? aé文👍",
    "''",
    "'<",
    "</a>",
    "@:a",
    "$(",
    "\\\\'",
    "%s",
  ];
  const names = catalog.entries.filter(({ kind }) => kind === "error").map(({ name }) => name);
  const strings = fc.sample(
    fc.array(fc.constantFrom(...characters), { minLength: 1, maxLength: 12 }),
    { numRuns: names.length, seed: 1 },
  );
  const written = Object.fromEntries(
    catalog.entries
      .filter(({ kind }) => kind === "error")
      .map(({ name, params }, index) => {
        const odd = strings[index]?.join("").replaceAll("$t(", "") ?? "";
        const holes = Object.keys(params).map((param) => `{${param}}`);
        // Special characters on both sides of every placeholder. Only the ends are plain, since
        // spaces are not allowed there.
        const message = ["x", odd, ...holes.flatMap((hole) => [hole, odd]), "x"].join("");
        const known = Object.entries(params as object).flatMap(([param, { values }]) =>
          values === undefined
            ? []
            : [[param, Object.fromEntries(values.map((value: string) => [value, `x${odd}x`]))]],
        );
        const text = { title: "x", message, description: `x${odd}x`, status: "machine" };
        const values = known.length === 0 ? {} : { values: Object.fromEntries(known) };
        return [name, { ...text, ...values, sourceHash: "", allow: ["script", "overlong"] }];
      }),
  );
  writeFileSync(join(folder, "locales/fr.json"), JSON.stringify(written));
  const { catalog: made, problems } = await lint(folder);
  // No text of such characters says what became of a request, as other rules want.
  const ofForm = problems.filter(({ rule }) => ["schema", "translations", "texts"].includes(rule));
  expect(ofForm.map(({ message }) => message)).toEqual([]);
  const { files } = await emitWithTypes(made as Catalog);
  const fr = (format: string) =>
    JSON.parse(files.find(({ path }) => path.endsWith(`formats/${format}/fr.json`))?.text ?? "");
  const bundle: MessageBundle = {
    locale: "fr",
    texts: Object.fromEntries(
      Object.entries(written).map(([name, text]) => [
        name,
        [text.message, text.title, text.description, "", text.values],
      ]),
    ),
  };
  for (const [library, make] of Object.entries(libraries)) {
    expect(findDifferences(await make("fr", fr), bundle), library).toEqual([]);
  }
});

/** Emits where `generate` has kept the types of this catalog: printing them takes a second. */
function emitWithTypes(catalog: Catalog): ReturnType<typeof emit> {
  const folder = process.cwd();
  onTestFinished(() => process.chdir(folder));
  process.chdir(dirname(require.resolve("@hashkey-errors/codegen/package.json")));
  return emit(catalog);
}

test("i18next escapes HTML in a param by default", async () => {
  const i18n = createInstance();
  await i18n.init({ lng: "en", resources: { en: { translation: texts("i18next", "en") } } });
  expect(i18n.t("PARAMETER_INVALID", { replace: { parameter: "<img>" } })).toContain("&lt;img&gt;");
});

test.each(translated)("the ICU texts of %s have one placeholder for each param", (tag) => {
  const params = new Map(catalog.entries.map(({ name, params }) => [name, Object.keys(params)]));
  params.set("UNRECOGNIZED", ["code"]);
  const all = Object.entries(texts("icu", tag));
  expect(all.length).toBeGreaterThan(Object.keys(bundles.get(tag)?.texts ?? {}).length * 3);
  const wrong = all.filter(([key, text]) => {
    const elements = parse(text).filter(({ type }) => type !== TYPE.literal);
    const names = elements.flatMap((each) =>
      each.type === TYPE.argument || each.type === TYPE.select ? [each.value] : [],
    );
    const wanted = key.endsWith("_description") ? names : (params.get(key) ?? []);
    return names.length < elements.length || !isSameSet(names, wanted);
  });
  expect(wrong).toEqual([]);
});

function isSameSet(some: readonly string[], others: readonly string[]): boolean {
  return some.every((each) => others.includes(each)) && others.every((each) => some.includes(each));
}
