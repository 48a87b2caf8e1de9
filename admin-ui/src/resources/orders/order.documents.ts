import { countFields, deadlineFields, pageInfoFields, staffRefFields } from '../../graphql/fragments.ts';
import { graphql, type ResultOf } from '../../graphql/graphql.ts';
import { mailRowFields } from '../outbox/outbox.documents.ts';

export const registerCheckFields = graphql(`
  fragment RegisterCheckFields on RegisterCheck {
    id register outcome settledOutcome reason reasonText remedies noException since askedAt nextAt attempts hasAnswer
    exceptions { code who ruledOut }
    granted { code who toOn }
  }
`);
const orderLineFields = graphql(
  `
    fragment OrderLineFields on OrderLine {
      id line status statusReason statusAt version
      person { id name birthDate maskedNationalId dNumber restricted }
      imageRequirement imageCaseId imageCaseNumber headgearExemption startOn postedWorker
      checks { ...RegisterCheckFields }
      clock { ...DeadlineFields }
      clockStands
      renews { id number status expiresOn }
      card { id number status expiresOn }
      allowedActions
      drafts { action body version updatedAt }
    }
  `,
  [registerCheckFields, deadlineFields],
);
export const orderQuery = graphql(
  `
    query OrderPage($number: ShortText!, $line: Int) {
      order(number: $number, line: $line) {
        id number scheme orderedOn placedAt channel payment invoice { id number state } customerReference
        delivery { name street postcode city }
        orderer { name role email language }
        unit { id orgNumber name }
        mainUnit { id orgNumber name }
        lineCount
        lines { id line status personName }
        line { ...OrderLineFields }
        otherOrders { id number orderedOn lines waiting }
        cases { id number kind status personName ofLine }
        events { id source at type oldValue newValue register note actor { ...StaffRefFields } }
        mails { ...MailRowFields }
      }
    }
  `,
  [orderLineFields, staffRefFields, mailRowFields],
);
export const ordersQuery = graphql(
  `
    query Orders($filter: OrderFilter, $sort: OrderSort, $page: PageInput) {
      orders(filter: $filter, sort: $sort, page: $page, withCount: true) {
        rows {
          id number line scheme status personName orderedOn cancelOn daysLeft clockStands imageRequirement
          unit { orgNumber name }
          unmet { register outcome }
        }
        pageInfo { ...PageInfoFields }
        count { ...CountFields }
      }
    }
  `,
  [pageInfoFields, countFields],
);
export const registerAnswerQuery = graphql(`
  query RegisterAnswer($checkId: EntityId!, $language: Language!) {
    registerAnswer(checkId: $checkId, language: $language) {
      rulesOn
      answer { id at asked answered cause source durationMs }
      earlier { id at asked answered cause source durationMs }
    }
  }
`);
export const explanationPreviewQuery = graphql(`
  query ExplanationPreview($orderItemId: EntityId!, $register: Register) {
    explanationPreview(orderItemId: $orderItemId, register: $register) {
      recipient ordererName language subject opening closing suggestions
    }
  }
`);
export const sendExplanationMutation = graphql(
  `mutation SendExplanation($input: SendExplanationInput!) { sendExplanation(input: $input) { id } }`,
);
export const undoExplanationMutation = graphql(
  `mutation UndoExplanation($mailId: EntityId!) { undoExplanation(mailId: $mailId) { id } }`,
);
export const addOrderNoteMutation = graphql(
  `mutation AddOrderNote($input: AddOrderNoteInput!) { addOrderNote(input: $input) }`,
);
export const cancelOrderItemMutation = graphql(
  `mutation CancelOrderItem($input: CancelOrderItemInput!) { cancelOrderItem(input: $input) }`,
);
export const checkAgainMutation = graphql(
  `mutation CheckAgain($input: CheckAgainInput!) { checkAgain(input: $input) { orderItemId status version silent } }`,
);

export type Order = ResultOf<typeof orderQuery>['order'];
export type OrderLine = Order['line'];
export type RegisterCheck = OrderLine['checks'][number];
export type OrderEvent = Order['events'][number];
export type OrderRow = ResultOf<typeof ordersQuery>['orders']['rows'][number];
export type AnswerEntry = ResultOf<typeof registerAnswerQuery>['registerAnswer']['earlier'][number];
