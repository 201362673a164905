/** The one function of Node's `Buffer` that reading a capture needs, for browsers. */
export const Buffer = {
  from: (text: string, _encoding: "base64"): { toString(encoding: "utf8"): string } => ({
    toString: () => {
      const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
      return new TextDecoder().decode(bytes);
    },
  }),
};
