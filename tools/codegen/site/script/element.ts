/** Creates an element with text or other elements in it; what is a text stays one. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const created = document.createElement(name);
  created.append(...children);
  return created;
}

/** The signs of the answers: codegen fills them in. */
declare const SITE_SIGNS: Readonly<Record<string, string>>;

const SVG = "http://www.w3.org/2000/svg";

/** Creates the sign of an answer. */
export function signOf(action: string): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", action);
  path.setAttribute("d", SITE_SIGNS[action] ?? "");
  svg.append(path);
  return svg;
}
