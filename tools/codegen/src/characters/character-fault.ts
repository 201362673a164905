/** A mistake in a file's raw text, whatever its syntax. */
export interface CharacterFault {
  /** The distance from the start of the text, in UTF-16 code units. */
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
}
