import { type Members, membersOf } from "../../json/members.js";

/** A name such as `http.response.body.content`, as Elastic and OpenTelemetry keep a response. */
const DOTTED = /^(?:\w{1,40}\.){0,4}(?:http|response)\.[\w.]{1,80}$/;

/** A name such as `StatusCode`, as loggers of .NET and Go write it. */
const CAPITALIZED = /^(?:Body|Code|Message|Method|Response|Status)[A-Za-z]{0,20}$/;

/**
 * Returns a record with objects in the place of names with dots, and with small letters in the place
 * of capitals at the beginning; undefined where no name of a response has either.
 */
export function nestedMembers(record: Members): Members | undefined {
  const names = Object.keys(record);
  if (!names.some((name) => (name.includes(".") ? DOTTED : CAPITALIZED).test(name)))
    return undefined;
  // Without a prototype, no name of a stranger has a meaning.
  const nested: Record<string, unknown> = Object.create(null);
  // A shorter name may be that of an object to which a longer one adds.
  for (const name of names.sort((one, two) => one.length - two.length)) {
    const steps = name.replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase()).split(".");
    const last = steps.pop() ?? name;
    let inside: Record<string, unknown> | undefined = nested;
    for (const step of steps) inside = inside && openMember(inside, step);
    if (inside !== undefined) inside[last] = record[name];
  }
  return nested;
}

/** Returns the object under a name, which is made or copied: the record is not changed. */
function openMember(
  members: Record<string, unknown>,
  name: string,
): Record<string, unknown> | undefined {
  const own = members[name];
  if (own !== undefined && (membersOf(own) === undefined || Array.isArray(own))) return undefined;
  const isMade = own !== undefined && Object.getPrototypeOf(own) === null;
  const opened = isMade ? own : Object.assign(Object.create(null), own);
  members[name] = opened;
  return opened as Record<string, unknown>;
}
