/**
 * Remembers the results of a function by its arguments, of which the first is an object: many rules
 * and outputs ask the same of one catalog. A result is forgotten with the objects that it is for,
 * which must not change.
 */
export function memoizeByObject<Args extends readonly [object, ...unknown[]], Result>(
  work: (...args: Args) => Result,
): (...args: Args) => Result {
  const root = createNode<Result>();
  return (...args) => {
    let node = root;
    for (const arg of args) node = childOf(node, arg);
    node.result ??= { value: work(...args) };
    return node.result.value;
  };
}

/** The results of the calls that begin with some arguments. */
interface Node<Result> {
  readonly byObject: WeakMap<object, Node<Result>>;
  readonly byValue: Map<unknown, Node<Result>>;
  result?: { readonly value: Result };
}

function createNode<Result>(): Node<Result> {
  return { byObject: new WeakMap(), byValue: new Map() };
}

function childOf<Result>(node: Node<Result>, arg: unknown): Node<Result> {
  const isObject = typeof arg === "object" && arg !== null;
  const known = isObject ? node.byObject.get(arg) : node.byValue.get(arg);
  if (known !== undefined) return known;
  const child = createNode<Result>();
  if (isObject) node.byObject.set(arg, child);
  else node.byValue.set(arg, child);
  return child;
}
