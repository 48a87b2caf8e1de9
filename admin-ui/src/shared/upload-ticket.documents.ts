import { graphql } from '../graphql/graphql.ts';

export const createUploadTicketMutation = graphql(
  `mutation CreateUploadTicket($input: CaseVersionInput!) { createUploadTicket(input: $input) { url } }`,
);
