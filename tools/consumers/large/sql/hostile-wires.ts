import type { WireText } from "@hashkey-errors/codegen";

/** A way of writing errors, and the body that a code and a text come in: undefined ones do not. */
interface HostileWire {
  readonly wire: WireText;
  readonly toBody: (code: unknown, text: string | undefined) => unknown;
}

const STATUSES = {
  429: {
    outcome: "rejected",
    retry: "after-delay",
    delay: "PT1S",
    sources: [{ document: "statuses.txt", line: 1 }],
  },
  503: { retry: "after-delay", delay: "PT1S", sources: [{ document: "statuses.txt", line: 1 }] },
} as const;

/** One for each thing in a manifest that bears on the meaning of a code and a text. */
export const WIRES: Readonly<Record<string, HostileWire>> = {
  numbers: {
    wire: { code: "code", message: "text", success: [0, "0"], statuses: STATUSES },
    toBody: (code, text) => defined({ code, text }),
  },
  strings: {
    wire: { error: "error", code: "code", message: "text", numericCodes: false },
    toBody: (code, text) =>
      code === undefined && text === undefined ? {} : { error: defined({ code, text }) },
  },
  nulls: {
    wire: { code: "code", message: "text", success: [null, 200], numericCodes: false },
    toBody: (code, text) => defined({ code, text }),
  },
  parts: {
    wire: { code: "code", message: "text", codePattern: "([^#]+)$", numericCodes: false },
    toBody: (code, text) =>
      defined({ code: typeof code === "string" && code !== "" ? `ns#${code}` : code, text }),
  },
  flags: {
    wire: {
      code: "code",
      message: "text",
      success: ["0"],
      failed: { "meta.ok": false, status: 400 },
    },
    toBody: (code, text) => defined({ code, text, meta: { ok: false } }),
  },
  statuses: {
    wire: { code: ["code", "@status"], message: "text", failed: { status: 400 }, success: [200] },
    toBody: (code, text) => defined({ code, text }),
  },
};

/** Leaves out the members that are undefined, as JSON does. */
function defined(members: object): object {
  return JSON.parse(JSON.stringify(members));
}
