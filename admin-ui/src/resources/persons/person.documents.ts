import { graphql, type ResultOf } from '../../graphql/graphql.ts';
import { callFields } from '../caller/caller.documents.ts';
import { cardRowFields } from '../cards/card.documents.ts';

export const personQuery = graphql(
  `query Person($id: EntityId!) {
    person(id: $id) {
      person { id name birthDate maskedNationalId dNumber restricted }
      registerStatus refreshedAt revealCaseId
      employments {
        id source kind startOn endOn
        unit { id orgNumber name }
        mainUnit { id orgNumber name }
      }
      cards { ...CardRowFields }
      orders {
        id number line status scheme orderedOn
        unit { id orgNumber name }
      }
      cases { id number kind status openedOn }
      calls { ...CallFields }
      lookups { id at who operation reason }
    }
  }`,
  [callFields, cardRowFields],
);
export type PersonDetail = ResultOf<typeof personQuery>['person'];
