/** What a document may look like before anyone validates it: validation is quadratic in repeats, so the shape is bounded first. One walk, each fragment once. */
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  OperationTypeNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** Most of each a document may have; the console's largest uses less than half of most. */
export const LIMITS = {
  operations: 10,
  fragments: 50,
  variables: 50,
  aliases: 15,
  /** Fields of one selection that answer to the same name. */
  sameKey: 10,
  directives: 20,
  depth: 9,
  /** Selections of every kind, each fragment counted as often as it is spread. */
  fields: 300,
  /** A fragment that contains itself. */
  cycles: 0,
  subscriptions: 0,
} as const;

export type Rule = keyof typeof LIMITS;

/** The first rule a document breaks. */
export class DocumentFault extends Error {
  constructor(
    readonly rule: Rule,
    readonly most: number = LIMITS[rule],
  ) {
    super(rule);
  }
}

/** What a selection comes to with its fragments written out. */
interface Size {
  fields: number;
  aliases: number;
  directives: number;
  depth: number;
  /** Response keys of this selection itself. */
  readonly keys: Map<string, number>;
}

const emptySize = (): Size => ({ fields: 0, aliases: 0, directives: 0, depth: 0, keys: new Map() });

function hold(rule: Rule, count: number): void {
  if (count > LIMITS[rule]) throw new DocumentFault(rule);
}

class Walk {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Null while the fragment is being walked: meeting it again then is a cycle. */
  readonly #sizes = new Map<string, Size | null>();

  constructor(fragments: readonly FragmentDefinitionNode[]) {
    this.#fragments = new Map(fragments.map(fragment => [fragment.name.value, fragment]));
  }

  sizeOf(set: SelectionSetNode): Size {
    const size = emptySize();
    for (const selection of set.selections) {
      size.fields += 1;
      size.directives += selection.directives?.length ?? 0;
      this.#add(size, selection);
      hold('fields', size.fields);
      hold('aliases', size.aliases);
      hold('directives', size.directives);
    }
    return size;
  }

  fragment(name: string): Size {
    const known = this.#sizes.get(name);
    if (known) return known;
    if (known === null) throw new DocumentFault('cycles');
    this.#sizes.set(name, null);
    const definition = this.#fragments.get(name);
    const size = definition ? this.sizeOf(definition.selectionSet) : emptySize();
    size.directives += definition?.directives?.length ?? 0;
    this.#sizes.set(name, size);
    return size;
  }

  #add(size: Size, selection: SelectionNode): void {
    if (selection.kind === Kind.FIELD) {
      const { alias, name, selectionSet } = selection;
      if (alias) size.aliases += 1;
      addKey(size, (alias ?? name).value, 1);
      addBelow(size, selectionSet ? this.sizeOf(selectionSet) : emptySize(), 1);
    } else if (selection.kind === Kind.FRAGMENT_SPREAD) {
      addBeside(size, this.fragment(selection.name.value));
    } else {
      addBeside(size, this.sizeOf(selection.selectionSet));
    }
  }
}

function addKey(size: Size, key: string, times: number): void {
  const count = (size.keys.get(key) ?? 0) + times;
  hold('sameKey', count);
  size.keys.set(key, count);
}

function addBelow(size: Size, inner: Size, levels: number): void {
  size.fields += inner.fields;
  size.aliases += inner.aliases;
  size.directives += inner.directives;
  size.depth = Math.max(size.depth, inner.depth + levels);
  hold('depth', size.depth);
}

/** A fragment's fields are fields of the selection it is spread in. */
function addBeside(size: Size, inner: Size): void {
  addBelow(size, inner, 0);
  for (const [key, times] of inner.keys) addKey(size, key, times);
}

function requireShape({ definitions }: DocumentNode): void {
  const fragments = definitions.filter(definition => definition.kind === Kind.FRAGMENT_DEFINITION);
  const operations = definitions.filter(definition => definition.kind === Kind.OPERATION_DEFINITION);
  hold('fragments', fragments.length);
  hold('operations', operations.length);
  const walk = new Walk(fragments);
  const all = emptySize();
  for (const { operation, variableDefinitions = [], directives = [], selectionSet } of operations) {
    if (operation === OperationTypeNode.SUBSCRIPTION) throw new DocumentFault('subscriptions');
    hold('variables', variableDefinitions.length);
    all.directives += directives.length + variableDefinitions.flatMap(v => v.directives ?? []).length;
    addBelow(all, walk.sizeOf(selectionSet), 0);
  }
  for (const { name } of fragments) all.directives += walk.fragment(name.value).directives;
  for (const rule of ['fields', 'aliases', 'directives'] as const) hold(rule, all[rule]);
}

/** @returns the first rule the document breaks, or null */
export function documentFault(document: DocumentNode): DocumentFault | null {
  try {
    requireShape(document);
    return null;
  } catch (fault) {
    if (fault instanceof DocumentFault) return fault;
    throw fault;
  }
}
