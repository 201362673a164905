/**
 * A response to be read: a parsed body, or the text that one is parsed from, and the HTTP status.
 */
export interface Vector {
  /** The same in every version, whatever stands before or after it. */
  readonly id: string;
  readonly body?: unknown;
  readonly text?: string;
  readonly status: number | null;
}
