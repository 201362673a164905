import { reader } from "#cli/explain/reader.js";

Object.assign(globalThis, { siteReader: reader });
