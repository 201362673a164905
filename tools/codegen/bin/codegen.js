#!/usr/bin/env node
import { main, watchOutput } from "../dist/cli.js";

watchOutput();
process.exitCode = await main(process.argv.slice(2));
