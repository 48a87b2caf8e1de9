import { graphql, type ResultOf, type VariablesOf } from '../../graphql/graphql.ts';

export const transportDutyQuery = graphql(`
  query TransportDuty($input: TransportDutyInput!, $language: Language!) {
    transportDuty(input: $input, language: $language) {
      on needed orderer
      lines { row title source applies decides }
    }
  }
`);
export type TransportDuty = ResultOf<typeof transportDutyQuery>['transportDuty'];
export type DutyQuestion = VariablesOf<typeof transportDutyQuery>['input'];
