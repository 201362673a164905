import { assetAddress } from "./page-place.js";

/** Makes the address of a script: a server may require that a policy of trusted types does it. */
interface Addresses {
  readonly createScriptURL: (name: string) => string;
}

const { trustedTypes } = globalThis as {
  trustedTypes?: { createPolicy(name: string, addresses: Addresses): Addresses };
};

let addresses: Addresses | undefined;

/**
 * By a script: a page without a server may load nothing else, and its policy allows nothing else.
 */
export function loadScript(name: string): Promise<unknown> {
  const plain = { createScriptURL: assetAddress };
  addresses ??= trustedTypes?.createPolicy("errors", plain) ?? plain;
  const script = document.createElement("script");
  script.src = addresses.createScriptURL(name);
  // Without one script the others can still answer.
  const ended = new Promise((resolve) => {
    script.onload = script.onerror = resolve;
  });
  document.head.append(script);
  return ended;
}
