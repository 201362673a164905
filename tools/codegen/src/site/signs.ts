import type { Action } from "./load-runtime.js";

/**
 * The signs of the answers for those who see no colors: a clock, a pen, a lens, a cross, a tick.
 * Strokes in a square of 24.
 */
export const SIGNS: Readonly<Record<Action, string>> = {
  wait: "M12 3a9 9 0 100 18 9 9 0 000-18M12 7v5l3 2",
  fix: "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
  reconcile: "M10 4a6 6 0 100 12 6 6 0 000-12M15 15l5 5",
  "give-up": "M6 6l12 12M18 6L6 18",
  done: "M5 12l5 5 9-10",
};
