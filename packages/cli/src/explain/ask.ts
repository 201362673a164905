import type { MessageBundle } from "../generated/messages.js";
import { hasKnown } from "./failures-of.js";
import { findBody } from "./find-body.js";
import { findCode, withPlainDigits } from "./find-code.js";
import { findInText, findName } from "./find-name.js";
import { findNear } from "./find-near.js";
import { findTranslation, findWireText } from "./find-sentence.js";
import type { Answered, Found, Near } from "./finding.js";
import type { Reader } from "./reader.js";

/** A longer question is a file: that is what scanning is for. */
const LONGEST = 1_000_000;

/** Loads what few questions need. */
export interface Loaders {
  /** Loads the texts of every language. */
  readonly loadBundles: () => Promise<readonly MessageBundle[]>;
  /** Loads the reader of logs; undefined where a page cannot. */
  readonly loadReader: () => Promise<Reader | undefined>;
}

/**
 * Answers one question: a code, a name, a sentence, a body, a line of a log, the text of an
 * exception. What is cheap and exact comes first.
 */
export async function ask(question: string, loaders: Loaders): Promise<Answered> {
  const asked = question.slice(0, LONGEST).trim();
  const plain = withPlainDigits(asked);
  const found =
    (await findNumber(plain, loaders)) ??
    findNamed(asked) ??
    findBody(asked) ??
    (await findResponse(asked, loaders)) ??
    findWireText(asked) ??
    (await findSaid(asked, loaders)) ??
    (await findRest(asked, findInText(plain), loaders));
  return { asked, found, near: isAnswer(found) ? [] : await nearest(asked, found, loaders) };
}

/** Only words of East Asia are looked for in every language: reading them all takes time. */
async function nearest(
  asked: string,
  found: Found | undefined,
  { loadBundles, loadReader }: Loaders,
): Promise<readonly Near[]> {
  const near = findNear(codeOf(found) ?? withPlainDigits(asked));
  if (near.length > 0 || !/[\u3040-\ud7af]{2}/.test(asked)) return near;
  return (await loadReader())?.findNearSaid(asked, await loadBundles()) ?? [];
}

/** Whether more was found than a code that the catalog does not list. */
export function isAnswer(found: Found | undefined): boolean {
  if (found === undefined) return false;
  const { way, failures } = found;
  return hasKnown(failures) || failures.length === 0 || way === "name";
}

function codeOf(found: Found | undefined): string | undefined {
  const [failure] = found?.failures ?? [];
  return failure?.name === "UNRECOGNIZED" ? failure.code : undefined;
}

/** A number that is not a listed code may be an HTTP status, too. */
async function findNumber(asked: string, { loadReader }: Loaders): Promise<Found | undefined> {
  const found = findCode(asked);
  const isListed = isAnswer(found);
  if (isListed || found === undefined || !/^[45]\d\d$/.test(asked)) return found;
  const status = (await loadReader())?.findRest(`HTTP ${asked}`, []);
  return { ...found, failures: [...(status?.failures ?? []), ...found.failures] };
}

/** "System error" is the name of one entry and the message of another. */
function findNamed(asked: string): Found | undefined {
  const named = findName(asked);
  const said = named === undefined || !asked.includes(" ") ? undefined : findWireText(asked);
  const names = said?.failures.map(({ name }) => name) ?? [];
  const others = named?.failures.filter(({ name }) => !names.includes(name)) ?? [];
  return said === undefined ? named : { ...said, failures: [...said.failures, ...others] };
}

/** Findings for a text with a body in it. */
async function findResponse(asked: string, { loadReader }: Loaders): Promise<Found | undefined> {
  return /\{|%7b/i.test(asked) ? (await loadReader())?.findResponse(asked) : undefined;
}

/** Only a sentence is looked for in every language: reading them all takes time. */
async function findSaid(asked: string, { loadBundles }: Loaders): Promise<Found | undefined> {
  return isSentence(asked) ? findTranslation(asked, await loadBundles()) : undefined;
}

async function findRest(
  asked: string,
  named: Found | undefined,
  { loadBundles, loadReader }: Loaders,
): Promise<Found | undefined> {
  const reader = await loadReader();
  const isSaid = named === undefined && isSentence(asked);
  return reader?.findRest(asked, isSaid ? await loadBundles() : [], named) ?? named;
}

function isSentence(asked: string): boolean {
  return /\s|[\u0250-\uffff]/.test(asked);
}
