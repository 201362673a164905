import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { addNewEntry, NOTES } from "./new-entry.js";
import { type ScratchRepository, succeed } from "./scratch-repository.js";

/** An edit that CONTRIBUTING, or a document that it links, teaches. */
export interface TaughtEdit {
  readonly name: string;
  /** Makes the edit, with the commands that the document gives. */
  make(scratch: ScratchRepository): void;
  /** The text that a later command must print about it. */
  readonly generated?: string;
  /** Whether it is an edit of code, which has tests of its own. */
  readonly test?: readonly [workspace: string, file: string];
}

const TEXTS = "hashkey-errors.en.json";

/** Exports the texts of a locale, edits them as a person does, and imports them. */
function writeText(
  { pnpm, read, write, folder }: ScratchRepository,
  name: string,
  target: object,
): void {
  succeed(pnpm("codegen", "locale", "export", "en", "--format", "json"));
  const sent = JSON.parse(read(TEXTS));
  Object.assign(sent.texts[name].target, target);
  sent.texts[name].status = "translated";
  write(TEXTS, JSON.stringify(sent));
  succeed(pnpm("codegen", "locale", "import", TEXTS));
  rmSync(join(folder, TEXTS));
}

export const CATALOG_EDITS: readonly TaughtEdit[] = [
  {
    name: "add an error",
    make(scratch) {
      addNewEntry(scratch);
      succeed(scratch.pnpm("codegen", "generate"));
      writeText(scratch, "SUB_ACCOUNT_NOT_ACTIVE", {
        title: "Sub-account inactive",
        message: "The sub-account {account} is not active.",
        paramless: "The sub-account is not active.",
        description: "Activate the sub-account, then try again.",
      });
    },
    generated: "en 100%",
  },
  {
    name: "add a wording that was seen in responses",
    make({ edit, read, write }) {
      write(NOTES, `${read(NOTES)}\n0211 There is no such order\n`);
      edit(
        "schemas/catalog/order.yaml",
        "    message: Order not found\n",
        `    message: Order not found
    variants:
      - message: There is no such order
        sources: [{ document: my-notes.md, line: 5 }]
`,
      );
    },
  },
  {
    name: "add evidence for an error that is known",
    make({ edit, read, write }) {
      write(NOTES, `${read(NOTES)}0211 Order not found\n`);
      edit(
        "schemas/catalog/order.yaml",
        "      - { document: wire-samples.ndjson, line: 2 }\n",
        `      - { document: wire-samples.ndjson, line: 2 }
      - { document: my-notes.md, line: 6 }
`,
      );
    },
  },
  {
    name: "add another code of an error",
    make({ edit, read, write }) {
      write(NOTES, `${read(NOTES)}-9911 User does not exist\n`);
      edit(
        "schemas/catalog/account.yaml",
        '    code: "-1152"\n',
        `    code: "-1152"
    aliases:
      - code: "-9911"
        sources: [{ document: my-notes.md, line: 7 }]
`,
      );
    },
  },
  {
    name: "rename an error",
    make: ({ pnpm }) => {
      const { output } = succeed(
        pnpm("codegen", "rename", "LEVERAGE_TOO_HIGH", "LEVERAGE_EXCEEDED"),
      );
      expect(output).toContain("LEVERAGE_EXCEEDED");
    },
  },
  {
    name: "retire an error",
    make({ edit }) {
      edit(
        "schemas/catalog/account.yaml",
        '    code: "-1152"\n',
        `    code: "-1152"
    retired: { since: "2026-11-27", reason: Accounts are named now., replacedBy: ACCOUNT_NOT_FOUND }
`,
      );
    },
  },
  {
    name: "judge an error more cautiously",
    make: ({ edit }) =>
      edit(
        "schemas/catalog/order.yaml",
        "    outcome: rejected\n    retry: after-reconcile\n    sources:\n      - { document: hashkey-error-codes.txt, line: 53 }",
        "    outcome: unknown\n    retry: after-reconcile\n    sources:\n      - { document: hashkey-error-codes.txt, line: 53 }",
      ),
    generated: "1 text in en is stale",
  },
  {
    name: "correct a text without changing its meaning",
    make: ({ edit }) =>
      edit("schemas/locales/ko.json", "API Key가 만료되었습니다.", "API Key의 기한이 지났습니다."),
  },
  {
    name: "import a table, and decide its drafts",
    make({ pnpm, write, folder }) {
      write("seen.csv", "code,message\n-9921,Vault is closed\n-9922,Vault is not found\n");
      const { output } = succeed(pnpm("codegen", "import", "seen.csv", "--partial"));
      expect(output).toContain("2 new");
      rmSync(join(folder, "seen.csv"));
      const set = "category=account,fault=client,outcome=rejected,retry=after-fix";
      const decide = ["codegen", "decide", "--where", "code=-992*", "--set", set];
      const accept = ["--accept", "name,documented"];
      expect(succeed(pnpm(...decide, ...accept)).output).toContain("--write");
      succeed(pnpm(...decide, ...accept, "--write"));
    },
    generated: "en 98%",
  },
  {
    name: "begin the English texts in the API's words",
    make: ({ pnpm }) => {
      succeed(pnpm("codegen", "locale", "add", "en"));
    },
  },
  {
    name: "add a term of the field",
    make: ({ edit }) =>
      edit(
        "schemas/glossary.yaml",
        "terms:\n",
        "terms:\n  - term: vault\n    locales:\n      ja: { use: 保管庫 }\n",
      ),
  },
  {
    name: "add a language",
    make({ pnpm, edit }) {
      succeed(pnpm("codegen", "locale", "add", "vi"));
      edit(
        "schemas/glossary.yaml",
        "outcomeWords:\n",
        `outcomeWords:
  vi:
    uncertain: [có thể, chưa rõ]
    hedging: [có thể, có lẽ, chưa rõ]
    rejecting: [từ chối]
    reconcile: [trước khi gửi lại, Chưa gửi lại]
`,
      );
    },
    generated: "vi 0%",
  },
  {
    name: "translate a text",
    make({ pnpm, read, write, folder }) {
      const file = "hashkey-errors.vi.xlf";
      succeed(pnpm("codegen", "locale", "export", "vi"));
      const texts: Readonly<Record<string, string>> = {
        ORDER_NOT_FOUND_title: "Không tìm thấy lệnh",
        ORDER_NOT_FOUND: "Không tìm thấy lệnh.",
        ORDER_NOT_FOUND_description: "Hãy kiểm tra mã lệnh trước khi gửi lại.",
      };
      const translated = Object.entries(texts).reduce(
        (xliff, [id, text]) =>
          xliff.replace(
            new RegExp(`(<trans-unit id="${id}" [\\s\\S]*?<target state=")new(">)[^<]*`),
            (_, start: string, end: string) => `${start}translated${end}${text}`,
          ),
        read(file),
      );
      write(file, translated);
      expect(succeed(pnpm("codegen", "locale", "import", file)).output).toContain(
        "1 of 1 texts changed (ORDER_NOT_FOUND)",
      );
      rmSync(join(folder, file));
    },
  },
];
