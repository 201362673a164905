import { main } from "./commands/main.js";

await main(process.argv, new URL("../package.json", import.meta.url));
