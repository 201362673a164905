// An edge worker that answers with the output of the smoke test.
const printed = [];
console.log = (line) => printed.push(line);

export default {
  async fetch() {
    await import("./smoke.js");
    return new Response(printed.join("\n"));
  },
};
