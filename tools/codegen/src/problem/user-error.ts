/** An error that the user can fix: the command line prints its message without a stack. */
export class UserError extends Error {
  /** 2 for wrong usage, 1 for something that was found. */
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2 = 2) {
    super(message);
    this.exitCode = exitCode;
  }
}
