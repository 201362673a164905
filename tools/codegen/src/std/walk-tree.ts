/**
 * Goes through the nodes of a tree, each before its children. There is no recursion, as a hostile
 * tree is deeper than the stack, and no spreading of children, as it may have too many for one
 * call.
 */
export function* walkTree<Node>(
  root: Node,
  childrenOf: (node: Node) => readonly Node[],
): Generator<Node> {
  const pending = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    yield node;
    const children = childrenOf(node);
    for (let index = children.length - 1; index >= 0; index--)
      pending.push(children[index] as Node);
  }
}
