import { match } from "@formatjs/intl-localematcher";
import { locales, negotiateLocale } from "@hashkey-errors/messages";
import { expect, test } from "vitest";

const LANGUAGES =
  "ar bo cdo cmn cs da de el en es fa fi fr gan gsw hak he hi hr hsn hu id it ja jje ko lzh ms mn nan nb nl no pl pt ro ru ryu sr sv th tl tr ug uk ur uz vi wuu yue zh".split(
    " ",
  );
const SCRIPTS = ["", "-Hans", "-Hant", "-Hang", "-Kore", "-Jpan", "-Latn"];
const REGIONS = ["", "-CN", "-TW", "-HK", "-MO", "-SG", "-MY", "-US", "-JP", "-KR", "-001", "-419"];

/** Whether ours differs on purpose from CLDR's distances. */
function isOnPurpose(tag: string): boolean {
  const { language, script } = new Intl.Locale(tag).maximize();
  // CLDR expects Simplified of some Chinese languages where Traditional is written.
  if (/^(cdo|gan|hak|hsn|nan|wuu)-(TW|HK|MO)$/.test(tag)) return true;
  // A text in another script does not help: CLDR would return Chinese for these languages, or
  // Japanese in kanji for Latin letters.
  return script === "Latn"
    ? ["zh", "ja", "lzh"].includes(language) || /^(cdo|cmn|gan|hak|hsn|nan|wuu|yue)-/.test(tag)
    : ["bo", "ug"].includes(language);
}

const tags = LANGUAGES.flatMap((language) =>
  SCRIPTS.flatMap((script) => REGIONS.map((region) => `${language}${script}${region}`)),
);
const differingOnPurpose = new Set(tags.filter(isOnPurpose));

test(`negotiateLocale chooses as CLDR's matcher does, for ${tags.length} tags`, () => {
  const differing = tags.filter((tag) => negotiateLocale(tag) !== match([tag], locales, "en"));
  expect(differing.filter((tag) => !differingOnPurpose.has(tag))).toEqual([]);
  expect(differing.length).toBeLessThan(tags.length / 10);
});

test("negotiateLocale takes the first tag of a list that CLDR's matcher finds a locale for", () => {
  const foundFor = new Map(tags.map((tag) => [tag, match([tag], locales, "und")]));
  const wrong = tags.flatMap((tag, index) => {
    const other = tags[(index * 7) % tags.length] ?? "";
    if (differingOnPurpose.has(tag) || differingOnPurpose.has(other)) return [];
    // CLDR returns English for some languages; negotiateLocale tries the tags after them first.
    const isOwn = (each: string) => {
      const found = foundFor.get(each);
      return found !== "und" && (found !== "en" || each.startsWith("en"));
    };
    const own = [tag, other].find(isOwn);
    const expected = own === undefined ? "en" : foundFor.get(own);
    const given = [negotiateLocale([tag, other]), negotiateLocale(`${other};q=0.5, ${tag}`)];
    return given.every((each) => each === expected) ? [] : [[tag, other, ...given]];
  });
  expect(wrong).toEqual([]);
});

test("negotiateLocale never returns Simplified Chinese for Traditional, nor the reverse", () => {
  const wrong = tags.filter((tag) => {
    const { script } = new Intl.Locale(tag).maximize();
    const locale = negotiateLocale(tag);
    if (differingOnPurpose.has(tag)) return locale === "zh-Hans" && !tag.includes("Latn");
    return (
      (script === "Hant" && locale === "zh-Hans") || (script === "Hans" && locale === "zh-Hant-HK")
    );
  });
  expect(wrong).toEqual([]);
});
