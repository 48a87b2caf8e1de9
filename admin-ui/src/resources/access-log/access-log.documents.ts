import { staffRefFields } from '../../graphql/fragments.ts';
import { type FragmentOf, graphql, type ResultOf } from '../../graphql/graphql.ts';
import { auditRowFields } from '../audit/audit.documents.ts';

export const accessReviewFields = graphql(
  `fragment AccessReviewFields on AccessReview {
    weekOn reads searches refused colleagues aboutReader maySign
    organisation { id name }
    organisations { id name }
    signature { at oddities by { ...StaffRefFields } }
    rows { ...AuditRowFields }
    oddities {
      key kind score count usual personName day queue rowIds
      actor { ...StaffRefFields }
      mark { verdict comment at by { ...StaffRefFields } }
    }
  }`,
  [staffRefFields, auditRowFields],
);
export type AccessReviewData = FragmentOf<typeof accessReviewFields>;
export type Oddity = AccessReviewData['oddities'][number];
export type Verdict = NonNullable<Oddity['mark']>['verdict'];

export const accessReviewQuery = graphql(
  `query AccessReview($weekOn: LocalDate, $organisationId: EntityId) {
    accessReview(weekOn: $weekOn, organisationId: $organisationId) { ...AccessReviewFields }
  }`,
  [accessReviewFields],
);

export const markOddityMutation = graphql(
  `mutation MarkOddity($input: MarkOddityInput!) { markOddity(input: $input) { ...AccessReviewFields } }`,
  [accessReviewFields],
);

export const signAccessReviewMutation = graphql(
  `mutation SignAccessReview($input: SignAccessReviewInput!) { signAccessReview(input: $input) { ...AccessReviewFields } }`,
  [accessReviewFields],
);

export const makeAccessAnswerMutation = graphql(`
  mutation MakeAccessAnswer($input: MakeAccessAnswerInput!) {
    makeAccessAnswer(input: $input) {
      personName language title summary heldTitle scope complaint cut fileName csv
      held { title lines }
      lines { at who what why caseNumber times }
    }
  }
`);
export type Answer = ResultOf<typeof makeAccessAnswerMutation>['makeAccessAnswer'];
