import { type FragmentOf, graphql, type VariablesOf } from '../../graphql/graphql.ts';

export const controlVisitFields = graphql(`
  fragment ControlVisitFields on ControlVisits {
    firmId mayRecord tied
    approvalCase { id number }
    visits {
      id visitedOn place outcome findings documentId replacesId reason standing recordedAt
      unit { id orgNumber name }
      visitors { id name initials }
      case { id number }
      recordedBy { id name initials }
    }
  }
`);
export type ControlVisitsOfFirm = FragmentOf<typeof controlVisitFields>;
export type ControlVisit = ControlVisitsOfFirm['visits'][number];

export const controlVisitsQuery = graphql(
  `query ControlVisits($orgNumber: ShortText!) { controlVisits(orgNumber: $orgNumber) { ...ControlVisitFields } }`,
  [controlVisitFields],
);

export const recordControlVisitMutation = graphql(
  `mutation RecordControlVisit($input: RecordControlVisitInput!) { recordControlVisit(input: $input) { ...ControlVisitFields } }`,
  [controlVisitFields],
);
export type RecordVisitInput = VariablesOf<typeof recordControlVisitMutation>['input'];
