import { match } from "@formatjs/intl-localematcher";
import { locales, negotiateLocale } from "@hashkey-errors/messages";
import { expect, test } from "vitest";

const LANGUAGES =
  "ar bo cdo cmn cs da de el en es fa fi fr gan gsw hak he hi hr hsn hu id it ja jje ko lzh ms mn nan nb nl no pl pt ro ru ryu sr sv th tl tr ug uk ur uz vi wuu yue zh".split(
    " ",
  );
const SCRIPTS = ["", "-Hans", "-Hant", "-Hang", "-Kore", "-Jpan", "-Latn"];
const REGIONS = ["", "-CN", "-TW", "-HK", "-MO", "-SG", "-MY", "-US", "-JP", "-KR", "-001", "-419"];

/** Where ours differs on purpose from CLDR's distances. */
function isOnPurpose(tag: string): boolean {
  const { language, script } = new Intl.Locale(tag).maximize();
  // A text in another script than the reader's own is no help: CLDR would give Chinese to these, or Japanese in kanji to
  // one who asks for Latin letters.
  return script === "Latn"
    ? ["zh", "ja", "lzh"].includes(language) || /^(cdo|cmn|gan|hak|hsn|nan|wuu|yue)-/.test(tag)
    : ["bo", "ug"].includes(language);
}

const tags = LANGUAGES.flatMap((language) =>
  SCRIPTS.flatMap((script) => REGIONS.map((region) => `${language}${script}${region}`)),
);

test(`negotiateLocale chooses as CLDR's matcher does, for ${tags.length} tags`, () => {
  const differing = tags.filter((tag) => negotiateLocale(tag) !== match([tag], locales, "en"));
  expect(differing.filter((tag) => !isOnPurpose(tag))).toEqual([]);
  expect(differing.length).toBeLessThan(tags.length / 10);
});

test("of a list it takes the first that CLDR's matcher finds a locale for", () => {
  for (const [index, tag] of tags.entries()) {
    const other = tags[(index * 7) % tags.length] ?? "";
    if (isOnPurpose(tag) || isOnPurpose(other)) continue;
    // CLDR gives English to speakers of some languages; here it stands last, whatever comes after them.
    const found = [tag, other].map((each) => match([each], locales, "und"));
    const isOwn = (each: string, index: number) =>
      each !== "und" && (each !== "en" || [tag, other][index]?.startsWith("en"));
    const expected = found.find(isOwn) ?? "en";
    expect(negotiateLocale([tag, other]), `${tag}, ${other}`).toBe(expected);
    expect(negotiateLocale(`${other};q=0.5, ${tag}`), `${tag}, ${other}`).toBe(expected);
  }
});

test("Traditional is never answered with Simplified, nor the reverse", () => {
  for (const tag of tags) {
    const { script } = new Intl.Locale(tag).maximize();
    if (script === "Hant") expect(negotiateLocale(tag)).not.toBe("zh-Hans");
    if (script === "Hans") expect(negotiateLocale(tag)).not.toBe("zh-Hant-HK");
  }
});
