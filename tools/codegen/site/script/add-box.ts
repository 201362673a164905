import { element, signOf } from "./element.js";
import { errorAddress, pageTag } from "./page-place.js";
import { type Answer, type Recognized, recognize } from "./recognize.js";
import { labelsOf, type PageLabels } from "./site-texts.js";

/** The time after the last key from which the question counts as typed. */
const PAUSE_MS = 120;

const input = element("textarea");
const status = element("p");
const list = element("ul");
let timer: ReturnType<typeof setTimeout> | undefined;

/** Adds the box that finds errors. `/` leads to it, arrows to the answers, Escape back. */
export function addBox(): void {
  const { find = "", hint = "", privacy = "" } = labels()?.box ?? {};
  Object.assign(input, { id: "q", rows: 1, spellcheck: false, autocomplete: "off" });
  input.setAttribute("aria-describedby", "hint");
  const label = element("label", find);
  label.htmlFor = "q";
  const help = element("p", joinSentences([hint, ""]), element("strong", privacy));
  help.id = "hint";
  status.role = "status";
  document.querySelector("#box")?.append(label, input, help, status, list);
  input.oninput = () => {
    clearTimeout(timer);
    timer = setTimeout(answer, PAUSE_MS);
  };
  // Pasted text is complete.
  input.onpaste = () => setTimeout(answer);
  document.onkeydown = onKey;
  const question = new URLSearchParams(location.search).get("q") ?? missingPage();
  if (question !== null) {
    input.value = question;
    void answer();
  }
}

/** Returns the last word of the address where a server shows this page in the place of another. */
function missingPage(): string | null {
  if (document.querySelector("[data-not-found]") === null) return null;
  const word = location.pathname.split("/").filter(Boolean).at(-1) ?? "";
  try {
    return decodeURIComponent(word.replace(/\.(?:html|md|json)$/, ""));
  } catch {
    return word;
  }
}

async function answer(): Promise<void> {
  clearTimeout(timer);
  const question = input.value.trim();
  if (question === "") return show("", []);
  const found = await recognize(question);
  // Another question was typed meanwhile.
  if (question === input.value.trim()) show(summarize(found), printItems(found));
}

function show(summary: string, items: readonly Node[]): void {
  status.textContent = summary;
  list.replaceChildren(...items);
}

/** The `keyCode` of a key that an input method takes, such as Enter for the word that it offers. */
const TAKEN = 229;

function onKey(event: KeyboardEvent): void {
  const target = event.target as Element;
  const links = [...list.querySelectorAll("a")];
  const at = links.indexOf(target as HTMLAnchorElement);
  const isInside = at >= 0 || target === input;
  const isAtEnd = at >= 0 || input.selectionEnd === input.value.length;
  if (event.key === "/" && !target.matches("input,textarea,select")) focus(event, input);
  else if (!isInside || event.keyCode === TAKEN) return;
  else if (event.key === "Escape") clear(event);
  else if (event.key === "ArrowUp" && at >= 0) focus(event, links[at - 1] ?? input);
  else if (event.key === "ArrowDown" && isAtEnd) focus(event, links[at + 1]);
  else if (event.key === "Enter" && target === input && !event.shiftKey) void open(event);
}

function focus(event: Event, target: HTMLElement | undefined): void {
  if (target === undefined) return;
  event.preventDefault();
  target.focus();
}

function clear(event: Event): void {
  input.value = "";
  void answer();
  focus(event, input);
}

/** Enter opens the answer where there is one; of several, it leads to the first. */
async function open(event: Event): Promise<void> {
  event.preventDefault();
  await answer();
  const links = list.querySelectorAll("a");
  if (links.length === 1) links[0]?.click();
  else links[0]?.focus();
}

function labels(): PageLabels | undefined {
  return labelsOf(pageTag);
}

function summarize({ kind, answers, otherForm, near }: Recognized): string {
  const box = labels()?.box;
  if (box === undefined) return "";
  if (kind === "success") return box.success;
  if (kind === "nothing")
    return near.length > 0 && answers.length === 0
      ? joinSentences([box.nothing, box.similar])
      : box.nothing;
  const hint = otherForm === undefined ? [] : [box.otherForm.replace("{code}", () => otherForm)];
  const comma = /^(?:ja|zh)\b/.test(pageTag) ? "、" : ", ";
  const titles = answers.map(({ texts, name }) => texts.title || name).join(comma);
  const found = box.found.replace("{count}", String(answers.length));
  return joinSentences([...hint, `${found} · ${titles}`]);
}

/** Wide punctuation has a blank of its own. */
function joinSentences(sentences: readonly string[]): string {
  return sentences.join(" ").replace(/([。！？]) /g, "$1");
}

function printItems({ answers, near }: Recognized): readonly Node[] {
  return [
    ...answers.map(printAnswer),
    // An error that no entry is about is not similar to itself.
    ...(answers.length > 0 && near.length > 0 ? [element("li", labels()?.box.similar ?? "")] : []),
    ...near.map((error) => element("li", linkTo(error))),
  ];
}

/** Returns a code and a name; a name that is the code too is there once. */
function idOf(code: string, name: string): string {
  return code === name ? name : `${code} ${name}`.trim();
}

function printAnswer(answer: Answer): Node {
  const { action, texts } = answer;
  const { message, outcome, locale, messageLocale } = texts;
  const word = labels()?.answers[action] ?? action;
  return element(
    "li",
    linkTo(answer),
    spoken("p", message, messageLocale),
    element("p", signOf(action), " ", labels()?.again ?? "", " ", element("b", word)),
    spoken("p", outcome, locale),
  );
}

/** Creates an element whose text may be in another language than the page, and in its direction. */
function spoken(name: "p" | "span", text: string, lang: string): HTMLElement {
  return Object.assign(element(name, text), { lang, dir: "auto" });
}

/** Links to an error by its code, its name and its title. */
function linkTo({ name, code, texts: { title, locale } }: Answer): HTMLAnchorElement {
  const id = element("code", idOf(code, name));
  const link = element("a", id, " ", spoken("span", title, locale));
  link.href = errorAddress(name);
  return link;
}
