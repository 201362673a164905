import { type Comment, createCommentFinder, type FoundComment } from "./source-comments.js";
import type { Value } from "./syntax.js";

/** A constant, a member of an enum, or a member of an object. */
export interface Declared extends FoundComment {
  readonly name: string;
  /** Whether the name is a value itself, such as the key of a map. */
  readonly key?: Value;
  /** Empty if nothing is written, or only a program can compute it. */
  readonly values: readonly Value[];
  /** The names of the values, if a constructor has them. */
  readonly labels?: readonly string[];
  /** The function or class that makes the value: `ApiError` of `new ApiError(...)`. */
  readonly maker?: string;
  /** Whether the API may send the name or a number as the code. */
  readonly isCodeOpen?: boolean;
  readonly from: number;
  readonly to: number;
}

/** Declarations that belong together. */
export interface DeclaredGroup {
  /** `enum ErrorCode`, `class Codes`, `constants`. */
  readonly title: string;
  readonly isEnum: boolean;
  readonly members: readonly Declared[];
}

/** A declaration before its comment is found. */
export type Bare = Omit<Declared, keyof FoundComment>;

/** A group before its comments are found. */
export interface BareGroup {
  readonly title: string;
  readonly isEnum: boolean;
  readonly bare: Bare[];
}

/** The groups, each member with its comment. */
export function withComments(
  groups: readonly BareGroup[],
  comments: readonly Comment[],
  source: string,
): readonly DeclaredGroup[] {
  const commentOf = createCommentFinder(comments, source);
  return groups.map(({ title, isEnum, bare }) => ({
    title,
    isEnum,
    members: bare.map((each, index) => ({
      ...each,
      ...commentOf(bare[index - 1]?.to ?? 0, each.from, each.to),
    })),
  }));
}
