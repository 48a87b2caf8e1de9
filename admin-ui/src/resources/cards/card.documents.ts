import { countFields, pageInfoFields } from '../../graphql/fragments.ts';
import { type FragmentOf, graphql, type VariablesOf } from '../../graphql/graphql.ts';

export const cardRowFields = graphql(`
  fragment CardRowFields on CardRow {
    id number status statusReason scheme personName validFrom expiresOn earlierIssuer
    mainUnit { id orgNumber name }
  }
`);
export type CardRow = FragmentOf<typeof cardRowFields>;

export const cardsQuery = graphql(
  `query Cards($filter: CardFilter, $page: PageInput, $withCount: Boolean) {
    cards(filter: $filter, page: $page, withCount: $withCount) {
      rows { ...CardRowFields }
      pageInfo { ...PageInfoFields }
      count { ...CountFields }
    }
  }`,
  [cardRowFields, pageInfoFields, countFields],
);
export type CardAsk = VariablesOf<typeof cardsQuery>;

export const cardDetailFields = graphql(`
  fragment CardDetailFields on CardDetail {
    id number status statusReason statusAt earlierIssuer scheme validFrom expiresOn renewableFrom
    shreddedOn seizedOn seizedBy mustBeShredded version allowedActions
    person { id name birthDate maskedNationalId dNumber restricted }
    unit { id orgNumber name }
    mainUnit { id orgNumber name }
    order { itemId number line orderedOn version }
    underWay { itemId number line orderedOn }
    replaces { id number status expiresOn }
    replacedBy { id number status expiresOn }
    checks { id register outcome settledOutcome reason reasonText remedies askedAt since }
    events { id at type oldValue newValue register note actor { id name } }
  }
`);
export type CardDetail = FragmentOf<typeof cardDetailFields>;

export const cardQuery = graphql(
  `query Card($cardNumber: ShortText!) { card(cardNumber: $cardNumber) { ...CardDetailFields } }`,
  [cardDetailFields],
);
export const blockCardMutation = graphql(
  `mutation BlockCard($input: BlockCardInput!) { blockCard(input: $input) { ...CardDetailFields } }`,
  [cardDetailFields],
);
export type BlockInput = VariablesOf<typeof blockCardMutation>['input'];
export const recordCardMutation = graphql(
  `mutation RecordCard($input: RecordCardInput!) { recordCard(input: $input) { ...CardDetailFields } }`,
  [cardDetailFields],
);
export type RecordInput = VariablesOf<typeof recordCardMutation>['input'];
export const reissueCardMutation = graphql(
  `mutation ReissueCard($input: ReissueCardInput!) {
    reissueCard(input: $input) { orderNumber card { ...CardDetailFields } }
  }`,
  [cardDetailFields],
);
export type ReissueInput = VariablesOf<typeof reissueCardMutation>['input'];
