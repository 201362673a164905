import type { VNode } from "preact";
import type { Action } from "../load-runtime.js";
import { SIGNS } from "../signs.js";

/** The sign of an answer. The words beside it say the same. */
export function Sign({ action }: { action: Action }): VNode {
  return (
    <svg class={action} viewBox="0 0 24 24" aria-hidden="true">
      <path d={SIGNS[action]} />
    </svg>
  );
}

/** The signs of a page that shows many, each once. */
export function SignSheet(): VNode {
  return (
    <svg hidden aria-hidden="true">
      {Object.entries(SIGNS).map(([action, stroke]) => (
        <path id={`sign-${action}`} d={stroke} key={action} />
      ))}
    </svg>
  );
}

/** A sign from the sheet. */
export function SignFromSheet({ action }: { action: Action }): VNode {
  return (
    <svg class={action} viewBox="0 0 24 24" aria-hidden="true">
      <use href={`#sign-${action}`} />
    </svg>
  );
}
