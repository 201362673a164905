import { groupBy } from "../../../std/group-by.js";
import { isAboutErrors, namesErrors, topicOf, unlessOfErrors } from "../rows/about-errors.js";
import { createLineFinder, type LineOf } from "../rows/line-finder.js";
import {
  DEPRECATED,
  listReading,
  problemAt,
  type Row,
  type TableDocument,
  type TableReading,
  unsureOf,
} from "../rows/row.js";
import type { Declared, DeclaredGroup } from "./declared.js";
import {
  codeOfKey,
  type Fields,
  fieldsOf,
  isErrorObject,
  isReference,
  listsCodes,
  listsNames,
  listsTexts,
  textUnderKey,
  wordAlone,
} from "./declared-fields.js";
import { findDoubtfulGroups } from "./find-doubtful-groups.js";
import { CLASSES } from "./join-classes.js";
import { identityOf, mergeElsewhere, TEXTS } from "./merge-elsewhere.js";
import { type Constants, constantOf, findConstants, nameOfCode } from "./named-codes.js";
import { addOwnStatuses } from "./own-statuses.js";
import type { Value } from "./syntax.js";

/** The tables of the declarations of a source file. */
export function groupTables(
  document: TableDocument,
  groups: readonly DeclaredGroup[],
): readonly TableReading[] {
  const lineOf = createLineFinder(document.text);
  const constants = findConstants(groups, lineOf);
  const doubtful = findDoubtfulGroups(document, groups);
  const tables = groups.flatMap((group) =>
    toTable(document, group, doubtful.has(group), constants, lineOf),
  );
  return mergeElsewhere(joinTables(tables))
    .filter(({ rows, problems }) => rows.length + problems.length > 0)
    .map((table) => ({ ...table, rows: addOwnStatuses(table.rows) }));
}

/** Joins the constants of a class: in Java, each is declared on its own. */
function joinTables(tables: readonly TableReading[]): readonly TableReading[] {
  const groups = groupBy(tables, (table) =>
    /^(?:class|interface) /.test(table.title) ? JSON.stringify([table.title, table.reason]) : table,
  );
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined || others.length === 0) return first ?? [];
    const all = [first, ...others];
    return listReading(
      first.title,
      all.flatMap(({ rows }) => rows),
      [],
      {
        problems: all.flatMap(({ problems }) => problems),
        unread: all.flatMap(({ unread }) => unread),
        ...(first.reason !== undefined && { reason: first.reason }),
      },
    );
  });
}

function toTable(
  document: TableDocument,
  { title, isEnum, members }: DeclaredGroup,
  isDoubtful: boolean,
  constants: Constants,
  lineOf: LineOf,
): TableReading[] {
  const areClasses = title === CLASSES;
  const names = areClasses ? members.map(({ name }) => name).join(" ") : "";
  const isOfErrors = isAboutErrors(`${topicOf(document)} ${title} ${names}`);
  const isWanted = createFilter(title, isOfErrors);
  const wanted = members.filter(isWanted);
  const kind: MemberKind = {
    isBare: isEnum && members.every(({ values }) => values.length === 0),
    areCodes: listsCodes(wanted),
    areTexts: listsTexts(wanted),
  };
  const read = wanted.map((member) => ({ member, row: toRow(member, kind, constants, lineOf) }));
  const rows = removeMirrored(read.flatMap(({ row }) => row ?? []));
  if (rows.length === 0 && !isEnum && !countsUp(document, members)) return [];
  const unread = members
    .filter((member) => !isWanted(member))
    .map(({ name, from }) => ({
      line: lineOf(from),
      text: `the ${areClasses ? "class" : "constant"} ${name}`,
    }));
  const problems = read.flatMap(({ member: { name, from }, row }) =>
    row === undefined ? [problemAt(document, lineOf(from), noCode(name))] : [],
  );
  const hasTexts = read.some(({ member, row }) => row !== undefined && member.key?.kind === "name");
  return listReading(hasTexts ? `${TEXTS}${title}` : title, rows, [], {
    problems,
    unread,
    ...unlessOfErrors(title === LOOSE || (isOfErrors && !isDoubtful)),
  });
}

/** The title of the group of constants that stand alone. */
const LOOSE = "constants";

/** Returns a function for whether a member of a group may be an error. */
function createFilter(title: string, isOfErrors: boolean): (member: Declared) => boolean {
  return ({ name, maker = "", values }) => {
    // `_` of Go leaves a value out.
    if (name === "serialVersionUID" || name === "_") return false;
    // A class without values is one that others extend.
    if (title !== LOOSE) return title !== CLASSES || values.length > 0;
    if (maker === "" && listsNames(values)) return false;
    return (
      namesErrors(name) ||
      ERROR_NAME.test(name) ||
      ERROR_MAKER.test(maker) ||
      (isOfErrors && (/^E[A-Z_]/.test(name) || isErrorObject(values)))
    );
  };
}

/** Leaves out what an object says the other way round: `2: "Late"` after `Late: 2`. */
function removeMirrored(rows: readonly Row[]): Row[] {
  const named = new Set(rows.map(identityOf));
  return rows.filter(
    (row) => row.name !== undefined || !named.has(identityOf({ ...row, name: row.message })),
  );
}

/** Whether Go counts the values of a block of constants. */
function countsUp({ text }: TableDocument, members: readonly Declared[]): boolean {
  return members.some(({ from, to }) =>
    /=.*\biota\b/.test(text.slice(from, Math.min(to, from + MAX_COUNTED))),
  );
}

/** The most characters of a constant whose value Go counts; JavaScript has others in others. */
const MAX_COUNTED = 500;

/** The names of constants on their own that are errors, beside those that name them. */
const ERROR_NAME = /fail|invalid|not_?found/i;

/** The names of what makes errors: a constant made so is one, whatever its name. */
const ERROR_MAKER = /(?:err|error|exception|fault|failure|problem)(?:code|info|type|definition)?$/i;

function noCode(name: string): string {
  return `${name || "an item"} has no code that is written in the source: only running it would tell`;
}

/** What the members of a group are. */
interface MemberKind {
  /** Names without values. */
  readonly isBare: boolean;
  /** Names with codes, of which some are a word that could be a text. */
  readonly areCodes: boolean;
  /** Keys with texts, of which some could be a code. */
  readonly areTexts: boolean;
}

function toRow(
  member: Declared,
  { isBare, areCodes, areTexts }: MemberKind,
  constants: Constants,
  lineOf: LineOf,
): Row | undefined {
  const { name, key, values, labels } = member;
  const codeName = nameOfCode(values);
  const constant = constantOf(codeName ?? key, constants);
  const keyCode = constant?.code ?? (key && codeOfKey(key));
  const fields =
    textUnderKey(member, areTexts) ??
    (areCodes ? wordAlone(member) : undefined) ??
    fieldsOf(values, labels, keyCode !== undefined);
  const written = fields.code ?? keyCode;
  const hasText = (fields.message ?? fields.description) !== undefined;
  // In an enum without values, and beside a text alone, the name is the code.
  const isNameCode = isBare || (hasText && key === undefined);
  const code = written ?? (isNameCode ? name : "");
  if (!/^\S+$/.test(code)) return undefined;
  return {
    code,
    ...textsOf(fields, member),
    ...placeOf(member, !hasText, constant?.line, lineOf),
    ...moreOf(fields, name, code),
    unsure: unsureOf({
      // The value of a constant of another file is not known.
      code:
        written === undefined ||
        member.isCodeOpen === true ||
        (fields.code === undefined && constant === undefined && isReference(codeName ?? key)) ||
        isNotDecimal(written, values),
      message: !hasText,
    }),
  };
}

/**
 * Whether a code is a number that is not decimal in the source: an API sends it as a decimal one.
 */
function isNotDecimal(code: string, values: readonly Value[]): boolean {
  if (!/^-?0[\dbox]/i.test(code)) return false;
  return values.some((value) => {
    if (value.kind === "number") return value.text === code;
    if (value.kind === "list") return isNotDecimal(code, value.items);
    return (
      value.kind === "object" &&
      isNotDecimal(
        code,
        value.members.map((member) => member.value),
      )
    );
  });
}

/** The status and the name of a declaration. */
function moreOf(fields: Fields, own: string, code: string): Pick<Row, "httpStatus" | "name"> {
  const status = fields.httpStatus;
  const name = /^[A-Za-z_]\w*$/.test(own) && own !== code ? own : fields.name;
  return { ...(status !== undefined && { httpStatus: Number(status) }), ...(name && { name }) };
}

function textsOf(
  { message, description }: Fields,
  { comment, isDeprecated }: Declared,
): Pick<Row, "message" | "description" | "notes"> {
  const notes = isDeprecated ? { notes: DEPRECATED } : {};
  if (message === undefined) return { message: description ?? comment, ...notes };
  return { message, ...(description !== undefined && { description }), ...notes };
}

/** The lines of a declaration, of its comment if that is the text, and of its code. */
function placeOf(
  { from, to, comment, commentFrom, commentTo }: Declared,
  isComment: boolean,
  codeLine: number | undefined,
  lineOf: LineOf,
): Pick<Row, "line" | "lastLine" | "ownLine"> {
  const [own, last] = [lineOf(from), lineOf(Math.max(from, to - 1))];
  const hasComment = isComment && comment !== "";
  const line = Math.min(own, codeLine ?? own, hasComment ? lineOf(commentFrom) : own);
  return {
    line,
    lastLine: Math.max(last, codeLine ?? last, hasComment ? lineOf(commentTo - 1) : last),
    ...(line < own && { ownLine: own }),
  };
}
