import { countFields, pageInfoFields, staffRefFields } from '../../graphql/fragments.ts';
import { type FragmentOf, graphql, type ResultOf } from '../../graphql/graphql.ts';

export const inboundMailRowFields = graphql(
  `fragment InboundMailRowFields on InboundMailRow {
    id state sender senderName subject receivedAt byteCount attachmentCount caseId caseNumber matchedBy problem personal deleteAt version
  }`,
);
export type InboundMailRow = FragmentOf<typeof inboundMailRowFields>;

export const inboundMailFields = graphql(
  `fragment InboundMailFields on InboundMail {
    row { ...InboundMailRowFields }
    text language answer settledAt discardReason
    settledBy { ...StaffRefFields }
    attachments { name mediaType byteCount usable documentId refusal }
  }`,
  [inboundMailRowFields, staffRefFields],
);
export type InboundMail = FragmentOf<typeof inboundMailFields>;

export const inboundMailsQuery = graphql(
  `
    query InboundMails($state: InboundMailState!, $page: PageInput) {
      inboundMails(state: $state, page: $page) {
        rows { ...InboundMailRowFields }
        pageInfo { ...PageInfoFields }
        count { ...CountFields }
        mailbox { address readAt failed }
      }
    }
  `,
  [inboundMailRowFields, pageInfoFields, countFields],
);
export type Mailbox = ResultOf<typeof inboundMailsQuery>['inboundMails']['mailbox'];

export const inboundMailQuery = graphql(
  `query InboundMail($id: EntityId!) { inboundMail(id: $id) { ...InboundMailFields } }`,
  [inboundMailFields],
);
export const inboundMailTargetsQuery = graphql(
  `query InboundMailTargets($text: ShortText!) { inboundMailTargets(text: $text) { caseId number firmName } }`,
);
export type InboundMailTarget = ResultOf<typeof inboundMailTargetsQuery>['inboundMailTargets'][number];

export const fileInboundMailMutation = graphql(
  `mutation FileInboundMail($input: FileInboundMailInput!) { fileInboundMail(input: $input) { ...InboundMailFields } }`,
  [inboundMailFields],
);
export const refuseInboundMailMutation = graphql(
  `mutation RefuseInboundMail($input: RefuseInboundMailInput!) { refuseInboundMail(input: $input) { ...InboundMailFields } }`,
  [inboundMailFields],
);
export const discardInboundMailMutation = graphql(
  `mutation DiscardInboundMail($input: DiscardInboundMailInput!) { discardInboundMail(input: $input) { ...InboundMailFields } }`,
  [inboundMailFields],
);
