import { staffRefFields } from '../../graphql/fragments.ts';
import { type FragmentOf, graphql } from '../../graphql/graphql.ts';

export const caseDocumentsFields = graphql(
  `
    fragment CaseDocumentsFields on CaseDocuments {
      caseId handedOver mayAdd mayOpen
      documents {
        id kind title receivedOn channel addedAt
        addedBy { ...StaffRefFields }
        struck { at reason by { ...StaffRefFields } }
        versions {
          id version mediaType bytes pages sha256 addedAt
          seen { firstAt lastAt by { ...StaffRefFields } }
        }
      }
    }
  `,
  [staffRefFields],
);

export const caseDocumentsQuery = graphql(
  `query CaseDocuments($caseId: EntityId!) { caseDocuments(caseId: $caseId) { ...CaseDocumentsFields } }`,
  [caseDocumentsFields],
);

export const strikeDocumentMutation = graphql(
  `mutation StrikeDocument($input: StrikeDocumentInput!) { strikeDocument(input: $input) { ...CaseDocumentsFields } }`,
  [caseDocumentsFields],
);

export type CaseDocuments = FragmentOf<typeof caseDocumentsFields>;
export type CaseDocument = CaseDocuments['documents'][number];
export type DocumentVersion = CaseDocument['versions'][number];
