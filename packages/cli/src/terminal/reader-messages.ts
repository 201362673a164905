import { developerLoaders } from "../generated/developer-loaders.js";
import { loaders } from "../generated/loaders.js";
import type { MessageBundle } from "../generated/messages.js";
import { negotiateLocale } from "../generated/messages.js";

/** Returns the texts in the reader's language: `--locale`, or what the environment says. */
export async function readerMessages(
  wanted: string | undefined,
): Promise<readonly MessageBundle[]> {
  return [await loaders[negotiateLocale(wanted ?? environmentLocale())]()];
}

/** The first of these that is set counts, as POSIX says. */
function environmentLocale(): string | undefined {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  // `zh_HK.UTF-8@variant`; `C` and `POSIX` are nobody's language.
  const [tag = ""] = (LC_ALL || LC_MESSAGES || LANG || "").split(/[.@]/);
  return /^(C|POSIX|)$/.test(tag) ? undefined : tag.replaceAll("_", "-");
}

/**
 * Returns what developers should know, in the reader's language or the first that has such texts.
 */
export async function developerTexts(
  messages: readonly MessageBundle[],
): Promise<Readonly<Record<string, string>>> {
  const own = messages.map(({ locale }) => developerLoaders[locale]);
  const load = [...own, ...Object.values(developerLoaders)].find((each) => each !== undefined);
  return (await load?.()) ?? {};
}
