import { graphql, type ResultOf, type VariablesOf } from '../../graphql/graphql.ts';

const tieFields = graphql(`
  fragment TieFields on StaffTie { id kind maskedNationalId orgNumber firmName declaredAt }
`);
export const myTiesQuery = graphql(`query MyTies { myTies { ...TieFields } }`, [tieFields]);
export const declareTieMutation = graphql(
  `mutation DeclareTie($input: DeclareTieInput!) { declareTie(input: $input) { ...TieFields } }`,
  [tieFields],
);
export const endTieMutation = graphql(`mutation EndTie($id: EntityId!) { endTie(id: $id) }`);

export type Tie = ResultOf<typeof myTiesQuery>['myTies'][number];
export type NewTie = VariablesOf<typeof declareTieMutation>['input'];
