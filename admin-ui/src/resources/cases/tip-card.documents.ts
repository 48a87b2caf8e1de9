import { graphql, type ResultOf } from '../../graphql/graphql.ts';

export const tipCardQuery = graphql(`
  query TipCard($caseId: EntityId!) {
    tipCard(caseId: $caseId) {
      number status statusReason statusAt earlierIssuer scheme validFrom expiresOn shreddedOn seizedOn seizedBy firmName orgNumber
      canTellEmployer employerToldAt blockAskedAt
      history { at type from to reason }
      tips { id receivedAt category text reporter }
    }
  }
`);
export type TipCard = ResultOf<typeof tipCardQuery>['tipCard'];
