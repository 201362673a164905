export { type Locale, locales } from "./generated/locales.js";
export { type LocalizedError, localize } from "./localize.js";
export type {
  DeveloperTexts,
  FailureTexts,
  MessageBundle,
  OutcomeSentences,
  TextName,
} from "./message-bundle.js";
export { negotiateLocale } from "./negotiate-locale.js";
