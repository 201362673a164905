import type { ReadColumn } from "./row.js";

/** The contents that a column of an error table may have. */
export const COLUMNS = ["code", "httpStatus", "message", "description", "name"] as const;

/** The content of a column. */
export type Column = (typeof COLUMNS)[number];

/**
 * The headings of each column, in the languages that error tables are written in, the surest first.
 * They are compared in lower case, with spaces for what is neither a letter nor a digit.
 */
const HEADINGS: Readonly<Record<Column, readonly RegExp[]>> = {
  code: [
    /^(sub |biz |business )?(error|err|decline|reason|result|response|return|ret|api|exception|status) ?(code|no|number|num|id)s?( value)?$/,
    /^(numeric |string |hex )?codes?( no| number| value)?$/,
    /^(code|error) (string|key|value|slug)$/,
    /^s(ql|tate)state( code)?$|^errno$|^slug$/,
    /^(具体|子|主|公共|业务|業務)?(错误|錯誤|返回|响应|響應|回應|业务|業務|结果|結果|异常|異常|失败|報錯|报错)(代码|代碼|编码|編碼|编号|編號|码|碼|号)(值)?$/,
    /^(代码|代碼|编码|編碼|编号|編號|状态码|狀態碼)( code)?$|^code (码|值)$/,
    /^(エラー|結果|応答|レスポンス|リターン) ?(コード|番号|no)$|^コード$/,
    /^(에러|오류|응답|결과|상태) ?(코드|번호)$|^코드$/,
    /^(код|номер|коды)( ошибки| ошибок| ответа| возврата| результата)?$/,
    /^(c[oó]d(igos?)?|n[uú]mero)( (de|do|del) (error|errores|erro|erros|retorno|resposta|respuesta|resultado))?$/,
    /^(fehler|antwort|r[uü]ckgabe|ergebnis|status) ?([ck]ode|nummer|nr)s?$/,
    /^(codes?|num[eé]ro)( (d |de |de l )?(erreurs?|retour|r[eé]ponse|r[eé]sultat))?$/,
    /^errors?$/,
    /^(?!country|currency|language|post|zip|qr|source|bar|http)(\w+ ){1,3}codes?$/,
  ],
  httpStatus: [
    /^http\b/,
    /^(response )?status( ?codes?)?$/,
    /^(状态码|狀態碼)$/,
    /^ステータス ?(コード)?$/,
    /^상태 ?(코드)?$/,
    /^(статус|статус код|код состояния|код статуса)( http)?$/,
    /^(c[oó]digo |estado |status |statut |code )(de |d )?(estado |status |[eé]tat |statut )?http$/,
    /^(estado|statut)( http)?$/,
  ],
  message: [
    /^((error|err|response|short|exception|default|return|ret|result) ?)?(message|msg|text|string)s?( text)?$/,
    /^(message|error) (text|string|message|content|example)$/,
    /^(错误|錯誤|返回|响应|響應|提示|异常|異常|英文|中文|报错|報錯)?(信息|訊息|消息|資訊|提示语?|提示|文案)(内容|內容)?$/,
    /^(エラー)? ?(メッセージ|文言)$/,
    /^(에러|오류|응답)? ?(메시지|메세지)$/,
    /^(сообщение|текст)( об ошибке| ошибки| сообщения)?$/,
    /^(mensajes?|mensage[mn]s?|texto)( (de|do) (error|erro))?$/,
    /^(fehler|antwort)?(meldung|text|nachricht)(en)?$/,
    /^(message|libell[eé]|texte)s?( (d |de l )?(erreur))?$/,
  ],
  description: [
    /^((error|err|code|status|reason|response|result|brief|short|long) ){0,2}desc(ription)?s?( en| english)?$/,
    /^(meaning|(default )?details?|explanation|definition|what it means|when to use|summary|interpretation)s?$/,
    /^((possible|error) )?(reason|cause|note|remark|comment)s?$/,
    /^(possible |recommended |suggested )?(solution|action|resolution|fix|what to do|how to fix|remedy)(e?s)?$/,
    /^(错误|錯誤|返回|业务)?(描述|说明|說明|含义|含義|意义|详细描述|详情|解释|解釋)$/,
    /^(错误|錯誤|可能|产生|失败)?(原因|备注|備註)$|^(解决|解決|处理|處理|排查)?(方案|建议|建議|方法|办法|辦法|措施)$/,
    /^(エラー)?(の)?(内容|説明|意味|原因|理由|詳細|概要|備考|対処|対応|対処方法|対処法|対応方法|解決方法)$/,
    /^(에러|오류)? ?(설명|의미|내용|원인|비고|상세|상세 ?설명|해결 ?방법|조치 ?방법|사유)$/,
    /^(описание|причина|значение|пояснение|примечание|расшифровка|решение|комментарий)( ошибки| кода)?$/,
    /^(descripci[oó]n|significado|causa|soluci[oó]n|motivo|detalles?|explicaci[oó]n|observaciones)( (del|de) error)?$/,
    /^(descri[cç][aã]o|significado|causa|solu[cç][aã]o|motivo|detalhes?|explica[cç][aã]o|observa[cç][oõ]es)( (do|de) erro)?$/,
    /^(fehler)?(beschreibung|bedeutung|erkl[aä]rung|erl[aä]uterung|ursache|l[oö]sung|hinweis|bemerkung|grund|ma[sß]+nahme)(en|e)?$/,
    /^(description|signification|explication|cause|solution|d[eé]tail|motif|remarque|d[eé]finition)s?( (de l |d )?erreur)?$/,
  ],
  name: [
    /^((error|err|code|constant|enum|condition|symbolic|exception) )?(name|constant|identifier|symbol|label|title|mnemonic)s?$/,
    /^(\w+ )?(error|exception) (name|type)$/,
    /^(错误|錯誤|异常|異常)?(名称|名稱|名|常量|标识|枚举|枚舉)(名)?$|^(错误|錯誤|异常|異常)(类型|類型)$/,
    /^(エラー)?(名|名前|名称|定数|識別子)$|^(에러|오류)? ?(이름|명칭|상수|명)$/,
    /^(название|имя|константа|идентификатор)( ошибки)?$/,
    /^(nombre|nome|constante|identificador)( (del|do|de) (error|erro))?$/,
    /^(fehler)?(name|bezeichnung|konstante)$|^(nom|constante|identifiant)( (de l |d )?erreur)?$/,
  ],
};

/** The text of a heading, as it is compared. */
function toPlain(heading: string): string {
  return heading
    .normalize("NFKC")
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, " ")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** No heading is longer. */
const MAX_HEADING = 60;

/** The heading before what it has in parentheses, such as a translation; empty without any. */
function toPlainBefore(heading: string): string {
  if (heading.length > MAX_HEADING) return "";
  const [, before = ""] = /^([^()（）]+)[(（][^()（）]+[)）]\s*$/.exec(heading) ?? [];
  return toPlain(before);
}

/** The index of the column for each content. */
export type ColumnIndexes = Readonly<Partial<Record<Column, number>>>;

/** The columns that a table has, in the order of `COLUMNS`, with their headings. */
export function withHeadings(
  columns: ColumnIndexes,
  headingOf: (index: number) => string,
): ReadColumn[] {
  return COLUMNS.flatMap((column) => {
    const index = columns[column];
    return index === undefined ? [] : [{ column, heading: headingOf(index) }];
  });
}

/** The columns that are known, and those of the others that compared headings name. */
function findColumns(texts: readonly string[], known: ColumnIndexes): ColumnIndexes {
  const found = { ...known };
  const taken = new Set(Object.values(known));
  for (const column of ["httpStatus", "code", "message", "name", "description"] as const) {
    if (found[column] !== undefined) continue;
    const index = HEADINGS[column]
      .map((pattern) => texts.findIndex((text, at) => !taken.has(at) && pattern.test(text)))
      .find((at) => at >= 0);
    if (index === undefined) continue;
    found[column] = index;
    taken.add(index);
  }
  return found;
}

/** Finds what each column holds by its heading. A column holds one thing. */
export function detectColumns(headings: readonly string[]): ColumnIndexes {
  const plain = headings.map((heading) => (heading.length > MAX_HEADING ? "" : toPlain(heading)));
  const found = findColumns(headings.map(toPlainBefore), findColumns(plain, {}));
  const { httpStatus, code, name, ...others } = found;
  // "Error name" is the column of codes only if no other column is.
  if (code === undefined && httpStatus === undefined && /err|exc/.test(plain[name ?? -1] ?? ""))
    return { code: name as number, ...others };
  // "Status code" is the column of codes only if no other column is.
  if (code !== undefined || httpStatus === undefined) return found;
  if (/http/.test(plain[httpStatus] ?? "")) return found;
  return { code: httpStatus, ...(name !== undefined && { name }), ...others };
}

/** Whether a text is the heading of a column of an error table. */
export function isHeading(text: string): boolean {
  return Object.keys(detectColumns([text])).length > 0;
}

/** Whether a column with this heading has codes if no other column has. */
export function isHeadingOfCodes(heading: string): boolean {
  return detectColumns([heading]).code !== undefined;
}

/** A text, and what the label before it says that it is: `HTTP status: 400`. */
export interface LabeledText {
  readonly column: Column;
  readonly text: string;
}

/** The text behind a label that could be a heading; undefined if a text has none. */
export function readLabeled(line: string): LabeledText | undefined {
  const [, label, text] =
    /^["'*`]{0,2}([^:："'*`]{2,40})["'*`]{0,2}\s*[:：]\s*(\S.*)$/.exec(line) ?? [];
  if (label === undefined || text === undefined) return undefined;
  const [column] = Object.keys(detectColumns([label])) as Column[];
  return column && { column, text };
}
