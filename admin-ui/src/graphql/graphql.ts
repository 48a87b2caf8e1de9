import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './graphql-env.d.ts';

/** `graphql('query …')`: a document typed from schema/schema.graphql. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: {
    LocalDate: string;
    DateTime: string;
    EntityId: string;
    ShortText: string;
    LongText: string;
    PageSize: number;
    NationalId: string;
    StoredJson: unknown;
    Ore: number;
  };
}>();

export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';

type Types = introspection['types'];
/** The values of one enum of the schema: `EnumOf<'CaseStatus'>`. */
export type EnumOf<Name extends keyof Types> = Types[Name] extends { enumValues: infer Values }
  ? Values
  : never;
