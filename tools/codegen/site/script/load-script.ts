import { assetAddress } from "./page-place.js";

/**
 * By a script: a page without a server may load nothing else, and its policy allows nothing else.
 */
export function loadScript(name: string): Promise<unknown> {
  const script = document.createElement("script");
  script.src = assetAddress(name);
  // Without one script the others can still answer.
  const ended = new Promise((resolve) => {
    script.onload = script.onerror = resolve;
  });
  document.head.append(script);
  return ended;
}
