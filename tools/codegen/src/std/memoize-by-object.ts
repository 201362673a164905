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

/** The results of the calls that begin with some arguments; the maps exist once they are needed. */
interface Node<Result> {
  byObject: WeakMap<object, Node<Result>> | undefined;
  byValue: Map<unknown, Node<Result>> | undefined;
  result: { readonly value: Result } | undefined;
}

function createNode<Result>(): Node<Result> {
  return { byObject: undefined, byValue: undefined, result: undefined };
}

function childOf<Result>(node: Node<Result>, arg: unknown): Node<Result> {
  if (typeof arg === "object" && arg !== null) {
    node.byObject ??= new WeakMap();
    return childIn(node.byObject, arg);
  }
  node.byValue ??= new Map();
  return childIn(node.byValue, arg);
}

function childIn<Key, Result>(
  children: {
    get(key: Key): Node<Result> | undefined;
    set(key: Key, child: Node<Result>): unknown;
  },
  key: Key,
): Node<Result> {
  let child = children.get(key);
  if (child === undefined) {
    child = createNode();
    children.set(key, child);
  }
  return child;
}
