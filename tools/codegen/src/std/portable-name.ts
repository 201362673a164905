/** The names that Windows reserves for devices, with any ending, and with spaces before it. */
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?= *(?:\.|$))/i;

/** Matches characters that Windows drops at the end of a name. */
const DROPPED = /[. ]+$/;

/** The characters that no name on Windows can have. */
const FORBIDDEN = /[<>:"|?*\\\p{Cc}]/gu;

/** The longest name of a file or folder, in bytes. */
const MAX_BYTES = 255;

/** Returns why a file or folder cannot have a name on every system; undefined if it can. */
export function portableNameFault(name: string): string | undefined {
  if (Buffer.byteLength(name) > MAX_BYTES) return `a name has at most ${MAX_BYTES} bytes`;
  if (DEVICE.test(name)) return "Windows reserves the name for a device";
  if (DROPPED.test(name)) return "Windows drops a dot or a space at the end of a name";
  if (name.search(FORBIDDEN) >= 0)
    return 'Windows allows no < > : " | ? * \\ and no control character in a name';
  return undefined;
}

/** Returns the fault of the first name in a path that cannot be used on every system. */
export function portablePathFault(path: string): string | undefined {
  return path
    .split("/")
    .filter((name) => name !== "." && name !== "..")
    .map(portableNameFault)
    .find((fault) => fault !== undefined);
}

/** Returns a name that can be used on every system; the same name if it can. */
export function toPortableName(name: string): string {
  return name.replaceAll(FORBIDDEN, "-").replace(DROPPED, "").replace(DEVICE, "$1-");
}
