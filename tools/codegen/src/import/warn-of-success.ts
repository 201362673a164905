import type { Problem } from "../problem/problem.js";
import { groupBy } from "../std/group-by.js";
import { listSome } from "../std/list-some.js";
import { lineOf, problemAt, type TableDocument } from "./formats/rows/row.js";
import type { Proposal } from "./propose-entries.js";

const CODE = /^(?:0+|200|20\d00+|ok|okay|success|succeeded|none|no_?error|successful_completion)$/i;

const TEXT =
  /^(?:(?:request |operation |call )?(?:was )?(?:ok|okay|success|successful|succeeded|completed successfully)|no error|成功|请求成功|操作成功|調用成功|调用成功|正常|성공|успешно|успех|[eé]xito|sucesso|erfolg|erfolgreich|succ[eè]s)[.!。]?$/i;

/**
 * Warns of proposed errors that look like successes: until the manifest says so, each success of
 * the API with such a code is read as an error.
 */
export function warnOfSuccess(
  document: TableDocument,
  proposals: readonly Proposal[],
): readonly Problem[] {
  const alike = proposals.filter(({ entry }) => entry.kind === "error" && looksLikeSuccess(entry));
  const byCode = groupBy(alike, ({ entry }) => entry.code);
  return [...byCode.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { code } = first.entry;
    const texts = listSome(
      group.map(({ entry }) => JSON.stringify(entry.message)),
      3,
    );
    const forms = /^\d+$/.test(code) ? `${Number(code)}, "${code}"` : JSON.stringify(code);
    return [
      problemAt(
        document,
        lineOf(first.row),
        `the code ${JSON.stringify(code)} (${texts}) looks like a success, and is imported as an error`,
        {
          severity: "warning",
          hint: `if it means success, write success: [${forms}] under wire in catalog.yaml, remove its draft, and import again`,
        },
      ),
    ];
  });
}

function looksLikeSuccess({
  code,
  message,
}: {
  readonly code: string;
  readonly message: string;
}): boolean {
  const isRejection = /invalid|fail|error|not |unknown|错|失败/i.test(message);
  return TEXT.test(message) || (CODE.test(code) && !isRejection);
}
