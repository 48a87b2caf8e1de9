import { countFields, pageInfoFields, staffRefFields } from '../../graphql/fragments.ts';
import { graphql, type ResultOf, type VariablesOf } from '../../graphql/graphql.ts';

const vatFirmFields = graphql(`
  fragment VatFirmFields on VatFirm @_unmask {
    line orgNumber name firstDeclaredAt lastDeclaredAt declarations declarerName declarerRole
  }
`);
const vatBatchFields = graphql(
  `
    fragment VatBatchFields on VatBatch @_unmask {
      id number madeAt madeBy { ...StaffRefFields } fromAt toAt firms csvSha256 jsonSha256 timesSent sentAt sentBy { ...StaffRefFields }
      receipt receivedOn receiptAt receiptBy { ...StaffRefFields } version
    }
  `,
  [staffRefFields],
);
const vatBatchDetailFields = graphql(
  `
    fragment VatBatchDetailFields on VatBatchDetail @_unmask {
      batch { ...VatBatchFields }
      firms { rows { ...VatFirmFields } pageInfo { ...PageInfoFields } }
    }
  `,
  [vatBatchFields, vatFirmFields, pageInfoFields],
);

export const vatBatchesQuery = graphql(
  `
    query VatBatches($page: PageInput) {
      vatBatches(page: $page) {
        waitingCount { ...CountFields }
        waiting { ...VatFirmFields }
        batches { rows { ...VatBatchFields } pageInfo { ...PageInfoFields } }
      }
    }
  `,
  [countFields, pageInfoFields, vatFirmFields, vatBatchFields],
);
export type VatBatches = ResultOf<typeof vatBatchesQuery>['vatBatches'];
export type VatFirm = VatBatches['waiting'][number];
export type VatBatch = VatBatches['batches']['rows'][number];

export const vatBatchQuery = graphql(
  `
    query VatBatch($id: EntityId!, $page: PageInput) {
      vatBatch(id: $id, page: $page) { ...VatBatchDetailFields }
    }
  `,
  [vatBatchDetailFields],
);

export const vatFollowUpQuery = graphql(`
  query VatFollowUp {
    vatFollowUp {
      times months
      registered { orgNumber name firstDeclaredAt lastDeclaredAt declarations lately inVatRegisterSince batchNumber }
      again { orgNumber name firstDeclaredAt lastDeclaredAt declarations lately inVatRegisterSince batchNumber }
    }
  }
`);
export type VatFollowUp = ResultOf<typeof vatFollowUpQuery>['vatFollowUp'];
export type FollowUpFirm = VatFollowUp['again'][number];

export const makeVatBatchMutation = graphql(
  `
    mutation MakeVatBatch {
      makeVatBatch { ...VatBatchDetailFields }
    }
  `,
  [vatBatchDetailFields],
);

export const recordVatBatchSentMutation = graphql(
  `
    mutation RecordVatBatchSent($input: RecordVatBatchSentInput!) {
      recordVatBatchSent(input: $input) { ...VatBatchDetailFields }
    }
  `,
  [vatBatchDetailFields],
);

export const recordVatReceiptMutation = graphql(
  `
    mutation RecordVatReceipt($input: RecordVatReceiptInput!) {
      recordVatReceipt(input: $input) { ...VatBatchDetailFields }
    }
  `,
  [vatBatchDetailFields],
);
export type SentInput = VariablesOf<typeof recordVatBatchSentMutation>['input'];
export type ReceiptInput = VariablesOf<typeof recordVatReceiptMutation>['input'];
