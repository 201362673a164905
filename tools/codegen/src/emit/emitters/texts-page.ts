import { type Catalog, isErrorEntry, UNRECOGNIZED } from "../../catalog/catalog.js";
import {
  coveragePercent,
  describeState,
  localeState,
  textNames,
} from "../../catalog/locale-state.js";
import { languageName } from "../../catalog/locale-tag.js";
import type { Emitter } from "../emitter.js";

/** `generated/texts.md`: all texts side by side, for those who review them. */
export const emitter: Emitter = {
  name: "texts-page",
  from: "locales",
  emit: (catalog) => [{ path: "generated/texts.md", text: page(catalog) }],
};

function page(catalog: Catalog): string {
  const { title, sourceLocale } = catalog.manifest;
  // The source comes first: the others are read beside it.
  const locales = [...catalog.locales].sort(
    (a, b) => Number(b.tag === sourceLocale) - Number(a.tag === sourceLocale),
  );
  const states = locales.map((locale) => {
    const state = localeState(catalog, locale);
    return { locale, state, stale: new Set(state.stale) };
  });
  const entries = new Map(catalog.entries.map((entry) => [entry.name, entry]));
  return [
    `# ${escapeMarkdown(title)}: the texts in every language\n`,
    "Message and description of each error, with the status of the text: only what a native speaker has read is `reviewed` or `final`. A stale text was made from another source than the one that stands now. Generated; the texts are edited in `locales/`.\n",
    row(["locale", "coverage", "state"]),
    row(["---", "--:", "---"]),
    ...states.map(({ locale: { tag }, state }) =>
      row([
        `${languageName(tag)} (\`${tag}\`)`,
        `${coveragePercent(state)} %`,
        describeState(state),
      ]),
    ),
    "",
    row(["error", ...locales.map(({ tag }) => tag)]),
    row(["---", ...locales.map(() => "---")]),
    ...textNames(catalog).map((name) => {
      const entry = entries.get(name);
      const about =
        entry !== undefined && isErrorEntry(entry)
          ? `<br>\`${entry.code}\` ${entry.category}<br>${entry.outcome}, ${entry.retry}<br>${code(entry.message)}`
          : name === UNRECOGNIZED
            ? "<br>any error that the catalog does not list"
            : "";
      const cells = states.map(({ locale, stale }) => {
        const text = locale.translations[name];
        if (text === undefined) return "**missing**";
        const status = stale.has(name) ? `${text.status}, **stale**` : text.status;
        return `${escapeMarkdown(text.message)}<br>${escapeMarkdown(text.description)}<br>_${status}_`;
      });
      return row([`**${name}**${about}`, ...cells]);
    }),
    "",
  ].join("\n");
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** A text as code. */
function code(text: string): string {
  return `<code>${escapeMarkdown(text)}</code>`;
}

/** A text as Markdown that shows it to the letter. */
function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/[\r\n]+/g, " ")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      // GitHub makes formulas, mentions and links to issues of these.
      .replace(/[$@#]/g, (character) => `&#${character.charCodeAt(0)};`)
      .replace(/[\\`*_[\]|~]/g, "\\$&")
  );
}
