/**
 * Returns the key of a file's name: two names with one key are one file on some disks, which tell
 * neither case nor composed from decomposed characters apart.
 */
export function nameKey(name: string): string {
  return name.normalize("NFC").toLowerCase().toUpperCase().normalize("NFC");
}
