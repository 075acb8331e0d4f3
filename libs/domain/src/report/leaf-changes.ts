/** A value that stands in one report and not in the other. `path` leads to it: fields by name, members of a list by what tells them apart. */
export interface LeafChange {
  readonly path: readonly string[];
  /** Null where there is no such place, or nothing in it. */
  readonly before: Leaf;
  readonly after: Leaf;
}

type Leaf = string | number | boolean | null;
type Tree = Leaf | undefined | readonly Tree[] | { readonly [key: string]: Tree };

/** What tells the members of a list apart when they move; other lists go by place. */
const identities: Readonly<Record<string, readonly string[]>> = {
  voices: ['person', 'round'], approvedBy: ['person'], proposals: ['number'], approvals: ['person'], reveals: ['round'], rounds: ['round'], team: ['person', 'role'], areas: ['number'], rows: ['number'], replacements: ['seat', 'at'], policyChanges: ['number'], changes: ['rule'],
};

const isTree = (value: Tree): value is Exclude<Tree, Leaf | undefined> => typeof value === 'object' && value !== null;

/** The children of a node by their key; of a list by identity, with a count where two are alike. */
function childrenOf(node: Tree, name: string): Map<string, { readonly segments: readonly string[]; readonly value: Tree }> {
  const children = new Map<string, { segments: readonly string[]; value: Tree }>();
  if (!isTree(node)) return children;
  const fields = identities[name];
  for (const [key, value] of Object.entries(node)) {
    const own = Array.isArray(node) ? (fields && isTree(value) ? fields.map((field) => String((value as Record<string, Tree>)[field])) : [String(Number(key) + 1)]) : [key];
    let segments = own;
    for (let count = 2; children.has(segments.join('\n')); count++) segments = [...own, String(count)];
    children.set(segments.join('\n'), { segments, value });
  }
  return children;
}

/** Every leaf that differs, in the order of the later tree; what only the earlier has comes last. */
export function leafChanges(before: unknown, after: unknown): LeafChange[] {
  return changesIn(before as Tree, after as Tree, [], '');
}

function changesIn(before: Tree, after: Tree, path: readonly string[], name: string): LeafChange[] {
  if (!isTree(before) && !isTree(after)) return (before ?? null) === (after ?? null) ? [] : [{ path, before: before ?? null, after: after ?? null }];
  const [earlier, later] = [childrenOf(before, name), childrenOf(after, name)];
  const keys = [...new Set([...later.keys(), ...earlier.keys()])];
  const within = keys.flatMap((key) => {
    const segments = later.get(key)?.segments ?? earlier.get(key)?.segments ?? [];
    return changesIn(earlier.get(key)?.value, later.get(key)?.value, [...path, ...segments], segments[0] ?? '');
  });
  // A value that became a group of values, or the other way round, is itself a change.
  if (!isTree(before) && (before ?? null) !== null) return [{ path, before: before ?? null, after: null }, ...within];
  if (!isTree(after) && (after ?? null) !== null) return [{ path, before: null, after: after ?? null }, ...within];
  return within;
}
