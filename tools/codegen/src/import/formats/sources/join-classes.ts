import { detectColumns } from "../rows/headings.js";
import type { Bare, BareGroup } from "./declared.js";
import type { Member } from "./syntax.js";

/** The title of the group of classes of which each is one error. */
export const CLASSES = "classes";

/**
 * Joins the classes of which each is one error: its code and its text are the values of members,
 * such as `code = 1001` and `message = "..."`. Other classes stay groups of constants.
 */
export function joinClasses(groups: readonly BareGroup[]): readonly BareGroup[] {
  const errors: Bare[] = [];
  return groups.flatMap((group) => {
    const error = toError(group);
    if (error === undefined) return [group];
    errors.push(error);
    return errors.length > 1 ? [] : [{ title: CLASSES, isEnum: false, bare: errors }];
  });
}

/** The error that a class is; undefined for any other group. Without a code, it has no values. */
function toError({ title, bare }: BareGroup): Bare | undefined {
  const [, name] = /^class (\w+)$/.exec(title) ?? [];
  const [first] = bare;
  const { code, httpStatus, ...texts } = detectColumns(bare.map((each) => each.name));
  const hasText = texts.message !== undefined || texts.description !== undefined;
  const hasCode = code !== undefined || httpStatus !== undefined;
  // Beside other members, a text may be a constant as they are. A constructor may have the text.
  const isError = hasText
    ? hasCode || bare.length === 1
    : code !== undefined && httpStatus !== undefined;
  if (name === undefined || first === undefined || !isError) return undefined;
  const members = bare.flatMap((member): Member[] => {
    const [value] = member.values;
    if (value === undefined) return [];
    return [{ key: { kind: "text", text: member.name, node: value.node }, value }];
  });
  const node = bare[code ?? httpStatus ?? bare.length]?.values[0]?.node;
  return {
    name,
    values: node === undefined ? [] : [{ kind: "object", members, node }],
    from: first.from,
    to: bare.at(-1)?.to ?? first.to,
  };
}
