import { scriptOf } from "../../catalog/locale-tag.js";
import { labels as en } from "./en.js";
import { labels as ja } from "./ja.js";
import { labels as ko } from "./ko.js";
import type { Labels } from "./labels.js";
import { labels as zhHans } from "./zh-hans.js";
import { labels as zhHantHk } from "./zh-hant-hk.js";

const ALL: readonly Labels[] = [en, zhHans, zhHantHk, ja, ko];

/**
 * Returns the words of the site for a locale: those of its language, written in its script.
 * English, where codegen has none.
 */
export function chooseLabels(tag: string): Labels {
  return ALL.find((labels) => isSame(labels.tag, tag)) ?? en;
}

function isSame(one: string, other: string): boolean {
  const [own, wanted] = [scriptOf(one), scriptOf(other)];
  return own?.language === wanted?.language && own?.script === wanted?.script;
}
