import { countFields, pageInfoFields, staffRefFields } from '../../graphql/fragments.ts';
import { graphql, type ResultOf, type VariablesOf } from '../../graphql/graphql.ts';

const letterFields = graphql(`
  fragment LetterFields on Letter @_unmask {
    id caseId caseNumber kind channel status recipientName protected createdAt sendAfter secondsLeft sentAt deliveredOn attempts batchId batchNumber returnedOn returnReason resent canCancel canRecordReturned canResend version
  }
`);
const printBatchFields = graphql(
  `
    fragment PrintBatchFields on PrintBatch @_unmask {
      id number madeAt madeBy { ...StaffRefFields } letters protected sha256 postedAt postedBy { ...StaffRefFields } canRecordPosted version
    }
  `,
  [staffRefFields],
);
const printBatchDetailFields = graphql(
  `
    fragment PrintBatchDetailFields on PrintBatchDetail @_unmask {
      batch { ...PrintBatchFields }
      letters { ...LetterFields }
    }
  `,
  [printBatchFields, letterFields],
);

export const lettersQuery = graphql(
  `
    query Letters($filter: LetterFilter, $page: PageInput) {
      letters(filter: $filter, page: $page) {
        rows { ...LetterFields }
        pageInfo { ...PageInfoFields }
        count { ...CountFields }
        toPrint { ...CountFields }
        toPrintProtected { ...CountFields }
        returned { ...CountFields }
      }
    }
  `,
  [letterFields, pageInfoFields, countFields],
);
export type Letters = ResultOf<typeof lettersQuery>['letters'];
export type Letter = Letters['rows'][number];

export const printBatchesQuery = graphql(
  `
    query PrintBatches($page: PageInput) {
      printBatches(page: $page) { rows { ...PrintBatchFields } pageInfo { ...PageInfoFields } }
    }
  `,
  [printBatchFields, pageInfoFields],
);
export type PrintBatch = ResultOf<typeof printBatchesQuery>['printBatches']['rows'][number];

export const printBatchQuery = graphql(
  `
    query PrintBatch($id: EntityId!) {
      printBatch(id: $id) { ...PrintBatchDetailFields }
    }
  `,
  [printBatchDetailFields],
);

export const cancelLetterMutation = graphql(`
  mutation CancelLetter($input: CancelLetterInput!) {
    cancelLetter(input: $input) { letter { id status version } }
  }
`);

export const recordReturnedLetterMutation = graphql(`
  mutation RecordReturnedLetter($input: RecordReturnedLetterInput!) {
    recordReturnedLetter(input: $input) { letter { id status version } }
  }
`);
export const resendLetterMutation = graphql(`
  mutation ResendLetter($input: ResendLetterInput!) {
    resendLetter(input: $input) { letter { id status version } }
  }
`);

export const makePrintBatchMutation = graphql(
  `
    mutation MakePrintBatch($input: MakePrintBatchInput!) {
      makePrintBatch(input: $input) { batch { ...PrintBatchFields } }
    }
  `,
  [printBatchFields],
);

export const recordPrintBatchPostedMutation = graphql(
  `
    mutation RecordPrintBatchPosted($input: RecordPrintBatchPostedInput!) {
      recordPrintBatchPosted(input: $input) { batch { ...PrintBatchFields } }
    }
  `,
  [printBatchFields],
);
export type CancelInput = VariablesOf<typeof cancelLetterMutation>['input'];
export type ReturnedInput = VariablesOf<typeof recordReturnedLetterMutation>['input'];
export type ResendInput = VariablesOf<typeof resendLetterMutation>['input'];
export type PostedInput = VariablesOf<typeof recordPrintBatchPostedMutation>['input'];
