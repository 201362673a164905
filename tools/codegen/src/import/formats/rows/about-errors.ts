import type { TableDocument, TableReading } from "./row.js";

/** An error, a fault or an exception, but not a `default`. */
const WORDS = /error|(?<!de)fault|exception/i;

/**
 * The beginning of a word such as `errno` or `ErrNotFound`, or the end of one such as `apierr`, but
 * not the middle of `override`.
 */
const ABBREVIATED = /(?<![a-z])err|errs?(?![a-z])|(?<![A-Z])ERR|ERRS?(?![A-Z])|Err/;

const ERRORS =
  /fail|status|code|reject|decline|ошиб|错误|錯誤|异常|返回码|状态码|エラー|오류|에러|fehler/i;

/** Whether a name or a heading speaks of errors. */
export function isAboutErrors(text: string): boolean {
  return namesErrors(text) || ERRORS.test(text);
}

/** Whether a name is one of errors: a status or a code may be of anything else too. */
export function namesErrors(text: string): boolean {
  return WORDS.test(text) || ABBREVIATED.test(text);
}

/** Returns the name of a document's file. Its folders say nothing of what it is about. */
export function topicOf({ file }: TableDocument): string {
  return file.replace(/^.*[\\/]/, "");
}

/** The reason why a list is not read unless something says that it is one of errors. */
export function unlessOfErrors(isOfErrors: boolean): Pick<TableReading, "reason"> {
  return isOfErrors ? {} : { reason: "nothing says that it is about errors: --table reads it" };
}
