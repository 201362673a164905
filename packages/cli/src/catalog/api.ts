/** The facts about an API that the command line needs beside its errors. */
export interface Api {
  /** The catalog's id. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The name that the command line is started by. */
  readonly command: string;
  readonly categories: readonly string[];
  /** An error to ask for in the examples of the help. */
  readonly example: { readonly name: string; readonly code: string; readonly message: string };
  /** The members that every success has. */
  readonly successBody: object;
  /** An answer to several requests; `{items}` stands for theirs. `null` where there are none. */
  readonly batchBody: object | string | null;
  /** An item of a batch that failed; `{code}` and `{message}` stand for its code and its text. */
  readonly errorItem: object;
}

/** The signs by which a body of the API says whether it is an error. */
export interface BodyKeys {
  /** The names of the members that may hold an error's code. */
  readonly codeKeys: readonly string[];
  /** The members that may hold its text. */
  readonly messageKeys: readonly string[];
  /** The codes that mean success. */
  readonly success: readonly (string | number | null)[];
}
