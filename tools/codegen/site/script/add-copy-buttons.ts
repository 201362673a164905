import { element } from "./element.js";
import { pageTag } from "./page-place.js";
import { labelsOf } from "./site-texts.js";

/** Puts a button beside each text that can be copied. */
export function addCopyButtons(): void {
  const { copy = "", copied = "" } = labelsOf(pageTag) ?? {};
  for (const source of document.querySelectorAll<HTMLElement>("[data-copy]")) {
    const text = source.textContent ?? "";
    const button = element("button", copy);
    button.type = "button";
    button.setAttribute("aria-live", "polite");
    button.onclick = async () => {
      await copyText(text);
      button.focus();
      button.textContent = copied;
      setTimeout(() => {
        button.textContent = copy;
      }, 2000);
    };
    if (source.tagName === "PRE") source.prepend(button);
    else source.after(button);
  }
}

/** Pages without TLS have no clipboard, and those in a frame may not use it: both can copy a box. */
async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = element("textarea", text);
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
}
