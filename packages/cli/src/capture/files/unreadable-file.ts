/** A problem with a user's file: the message is for them, and needs no stack. */
export class UnreadableFile extends Error {}
