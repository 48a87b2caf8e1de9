/** What a document costs to answer: the rows it may bring, times what each row brings along. Known before it runs. */
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql';
import { Extensions } from 'type-graphql';
import { FIRST_PAGE } from './page.ts';

/** Most one document may cost. */
export const MOST_COST = 5_000;
/** A list nobody has given a bound counts as a full page. */
const MOST_ROWS = 100;
const ROOT_WEIGHT = 10;
/** Looking at the schema itself, where that is open at all. */
const INTROSPECTION_WEIGHT = 1_000;

/** Rows a list is reckoned to have: the limit of its statement, or more than any case has had. */
export const AtMost = (rows: number) => Extensions({ atMost: rows });
/** What an operation costs before it has brought a single row; 10 when nothing is said. */
export const Weight = (weight: number) => Extensions({ weight });

export type Variables = Readonly<Record<string, unknown>>;

/** A cost whose page sizes are still unknown. */
interface Cost {
  fixed: number;
  readonly paged: { readonly size: (variables: Variables) => number; readonly each: Cost }[];
}

type PageSizeOf = (variables: Variables) => number;
type Fields = Readonly<Record<string, GraphQLField<unknown, unknown>>>;

interface Place {
  readonly type: GraphQLNamedType | undefined;
  /** The page a list named `rows` follows, inside the field that was asked for a page. */
  readonly page: PageSizeOf | null;
  readonly root: boolean;
}

interface Rows {
  readonly field: GraphQLField<unknown, unknown>;
  readonly each: Cost;
  readonly page: PageSizeOf | null;
}

const fieldsOf = (type: GraphQLNamedType | undefined): Fields =>
  isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};

function pageSize(page: unknown): number {
  const first = (page as { first?: unknown } | null | undefined)?.first ?? FIRST_PAGE.first;
  const fits = Number.isInteger(first) && (first as number) >= 1 && (first as number) <= MOST_ROWS;
  return fits ? (first as number) : MOST_ROWS;
}

class Estimate {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(
    private readonly schema: GraphQLSchema,
    fragments: readonly FragmentDefinitionNode[],
  ) {
    this.#fragments = new Map(fragments.map(fragment => [fragment.name.value, fragment]));
  }

  /** The document rule has bounded what is walked here. */
  costOf(set: SelectionSetNode, place: Place): Cost {
    const cost: Cost = { fixed: 0, paged: [] };
    for (const selection of set.selections) this.#add(cost, selection, place);
    return cost;
  }

  #add(cost: Cost, selection: SelectionNode, place: Place): void {
    if (selection.kind === Kind.FIELD) {
      this.#addField(cost, selection, place);
      return;
    }
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? this.#fragments.get(selection.name.value) : selection;
    if (!fragment) return;
    const on = fragment.typeCondition ? this.schema.getType(fragment.typeCondition.name.value) : place.type;
    join(cost, this.costOf(fragment.selectionSet, { ...place, type: on }), 1);
  }

  #addField(cost: Cost, node: FieldNode, { type, page, root }: Place): void {
    const field = fieldsOf(type)[node.name.value];
    if (!field) {
      if (/^__(schema|type)$/.test(node.name.value)) cost.fixed += INTROSPECTION_WEIGHT;
      return;
    }
    if (root) cost.fixed += Number(field.extensions.weight ?? ROOT_WEIGHT);
    if (!node.selectionSet) return;
    const inner = { type: getNamedType(field.type), page: pageOf(field, node), root: false };
    const each = this.costOf(node.selectionSet, inner);
    each.fixed += 1;
    addRows(cost, { field, each, page });
  }
}

function addRows(cost: Cost, { field, each, page }: Rows): void {
  if (!isListType(getNullableType(field.type))) join(cost, each, 1);
  else if (field.extensions.atMost !== undefined) join(cost, each, Number(field.extensions.atMost));
  else cost.paged.push({ size: page ?? (() => MOST_ROWS), each });
}

function pageOf(field: GraphQLField<unknown, unknown>, node: FieldNode): PageSizeOf | null {
  if (!field.args.some(arg => arg.name === 'page')) return null;
  const given: ValueNode | undefined = node.arguments?.find(arg => arg.name.value === 'page')?.value;
  return variables => pageSize(given && valueFromASTUntyped(given, variables));
}

function join(cost: Cost, other: Cost, times: number): void {
  cost.fixed += other.fixed * times;
  for (const { size, each } of other.paged) cost.paged.push({ size: v => size(v) * times, each });
}

function total({ fixed, paged }: Cost, variables: Variables): number {
  return paged.reduce((sum, { size, each }) => sum + size(variables) * total(each, variables), fixed);
}

/** Reads an operation once. @returns its cost for the variables of a request */
export function costPlan(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: readonly FragmentDefinitionNode[],
): (variables: Variables) => number {
  const place = { type: schema.getRootType(operation.operation) ?? undefined, page: null, root: true };
  const cost = new Estimate(schema, fragments).costOf(operation.selectionSet, place);
  const given = operation.variableDefinitions ?? [];
  const defaults = Object.fromEntries(
    given.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );
  return variables => total(cost, { ...defaults, ...variables });
}
