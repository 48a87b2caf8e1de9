import { countFields, pageInfoFields } from '../../graphql/fragments.ts';
import { type FragmentOf, graphql } from '../../graphql/graphql.ts';

export const mailRowFields = graphql(
  `fragment MailRowFields on MailRow {
    id caseId caseNumber template language status recipient subject createdAt sendAfter sentAt attempts lastError secondsLeft version
  }`,
);
export type MailRow = FragmentOf<typeof mailRowFields>;

export const outboxQuery = graphql(
  `
    query Outbox($filter: MailFilter, $page: PageInput) {
      outbox(filter: $filter, page: $page) {
        rows { ...MailRowFields }
        pageInfo { ...PageInfoFields }
        count { ...CountFields }
      }
    }
  `,
  [mailRowFields, pageInfoFields, countFields],
);
export const mailQuery = graphql(
  `query Mail($id: EntityId!) { mail(id: $id) { text row { ...MailRowFields } } }`,
  [mailRowFields],
);
export const retryMailMutation = graphql(
  `mutation RetryMail($id: EntityId!, $expectedVersion: Int!) { retryMail(id: $id, expectedVersion: $expectedVersion) { ...MailRowFields } }`,
  [mailRowFields],
);
export const settleMailMutation = graphql(
  `mutation SettleMail($input: SettleMailInput!) { settleMail(input: $input) { ...MailRowFields } }`,
  [mailRowFields],
);
