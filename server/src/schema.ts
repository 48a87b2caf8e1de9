/** The resolver list and the schema built from it; every operation must say who may call it. */
import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { type AuthChecker, buildSchema, type NonEmptyArray } from 'type-graphql';
import { AccessAnswerResolver } from './features/access-answer/access-answer.resolver.ts';
import { AccessReviewResolver } from './features/access-review/access-review.resolver.ts';
import { AppealResolver } from './features/appeal/appeal.resolver.ts';
import { ApplicationResolver } from './features/application/application.resolver.ts';
import { ClaimFactsResolver } from './features/application/claim-facts.resolver.ts';
import { DocumentRequestResolver } from './features/application/document-request.resolver.ts';
import { AuditResolver } from './features/audit/audit.resolver.ts';
import { CallerResolver } from './features/caller/caller.resolver.ts';
import { CardResolver } from './features/card/card.resolver.ts';
import { CardTipResolver } from './features/card-tip/card-tip.resolver.ts';
import { CaseReadResolver } from './features/case/case-read.resolver.ts';
import { CaseWriteResolver } from './features/case/case-write.resolver.ts';
import { DraftResolver } from './features/case/draft.resolver.ts';
import { MyDayResolver } from './features/case/my-day.resolver.ts';
import { ReservationResolver } from './features/case/reservation.resolver.ts';
import { ClockResolver } from './features/clock/clock.resolver.ts';
import { ConfirmationResolver } from './features/confirmation/confirmation.resolver.ts';
import { ControlVisitResolver } from './features/control-visit/control-visit.resolver.ts';
import { MailResolver } from './features/correspondence/mail.resolver.ts';
import { DecisionResolver } from './features/decision/decision.resolver.ts';
import { DocumentResolver } from './features/document/document.resolver.ts';
import { EntryResolver } from './features/exception/entry.resolver.ts';
import { ExceptionCatalogueResolver } from './features/exception-catalogue/exception-catalogue.resolver.ts';
import { FirmApprovalResolver } from './features/firm-approval/firm-approval.resolver.ts';
import { FirmRegisterResolver } from './features/firm-approval/firm-register.resolver.ts';
import { ImageReviewResolver } from './features/image-review/image-review.resolver.ts';
import { InboundMailResolver } from './features/inbound-mail/inbound-mail.resolver.ts';
import { InvoiceResolver } from './features/invoice/invoice.resolver.ts';
import { InvoiceQueryResolver } from './features/invoice-query/invoice-query.resolver.ts';
import { JournalResolver } from './features/journal/journal.resolver.ts';
import { LedgerResolver } from './features/ledger/ledger.resolver.ts';
import { LetterResolver } from './features/letter/letter.resolver.ts';
import { MachineClientResolver } from './features/machine-client/machine-client.resolver.ts';
import { OrderReadResolver } from './features/order/order-read.resolver.ts';
import { OrderWriteResolver } from './features/order/order-write.resolver.ts';
import { FirmResolver } from './features/organisation/firm.resolver.ts';
import { PaymentResolver } from './features/payment/payment.resolver.ts';
import { PersonResolver } from './features/person/person.resolver.ts';
import { ProductionResolver } from './features/production/production.resolver.ts';
import { RegisterCheckResolver } from './features/register-check/register-check.resolver.ts';
import { ReissueResolver } from './features/reissue/reissue.resolver.ts';
import { ReturnedLetterResolver } from './features/returned-letter/returned-letter.resolver.ts';
import { SearchResolver } from './features/search/search.resolver.ts';
import { SettingResolver } from './features/setting/setting.resolver.ts';
import { MeResolver } from './features/staff/me.resolver.ts';
import { StaffResolver } from './features/staff/staff.resolver.ts';
import { DecisionTextResolver } from './features/text-block/decision-text.resolver.ts';
import { TextBlockResolver } from './features/text-block/text-block.resolver.ts';
import { TieResolver } from './features/tie/tie.resolver.ts';
import { TransportDutyResolver } from './features/transport-duty/transport-duty.resolver.ts';
import { VatBatchResolver } from './features/vat-batch/vat-batch.resolver.ts';
import { WebhookResolver } from './features/webhook/webhook.resolver.ts';
import type { Access } from './platform/access/access.ts';
import { operationRules, requireGuardsThatWork } from './platform/access/allow.ts';
import type { Principal } from './platform/db/principal.ts';
import { unauthenticated } from './platform/errors.ts';
import type { RequestContext } from './platform/graphql/context.ts';
import { answerOncePerKey } from './platform/graphql/replay.ts';
import type { Idempotency } from './platform/idempotency/idempotency.ts';
import { registerEnums } from './schema-enums.ts';

/** Every resolver class; instances are made in app.ts. */
const RESOLVERS = [
  MeResolver,
  StaffResolver,
  TieResolver,
  AuditResolver,
  AccessReviewResolver,
  AccessAnswerResolver,
  PersonResolver,
  CaseReadResolver,
  MyDayResolver,
  SearchResolver,
  CallerResolver,
  CardResolver,
  FirmResolver,
  ReservationResolver,
  CaseWriteResolver,
  DraftResolver,
  MailResolver,
  DocumentResolver,
  InboundMailResolver,
  ImageReviewResolver,
  CardTipResolver,
  SettingResolver,
  ExceptionCatalogueResolver,
  ClaimFactsResolver,
  TextBlockResolver,
  DecisionTextResolver,
  TransportDutyResolver,
  RegisterCheckResolver,
  MachineClientResolver,
  WebhookResolver,
  ClockResolver,
  ApplicationResolver,
  OrderReadResolver,
  OrderWriteResolver,
  ProductionResolver,
  ReissueResolver,
  VatBatchResolver,
  PaymentResolver,
  DecisionResolver,
  FirmApprovalResolver,
  ConfirmationResolver,
  FirmRegisterResolver,
  ControlVisitResolver,
  DocumentRequestResolver,
  AppealResolver,
  LetterResolver,
  ReturnedLetterResolver,
  JournalResolver,
  InvoiceResolver,
  LedgerResolver,
  EntryResolver,
  InvoiceQueryResolver,
] as const satisfies NonEmptyArray<abstract new (...args: never[]) => object>;

export interface SchemaParts {
  readonly access: Access;
  readonly instances: readonly object[];
  readonly idempotency: Idempotency;
}

/** First gate of an operation: some role of the caller has the action at all. The service asks about the row. */
export const authChecker =
  (access: Access): AuthChecker<RequestContext> =>
  ({ context }, roles) => {
    if (context.db.principal.kind !== 'staff') throw unauthenticated();
    const [resource = '', action = ''] = (roles[0] as string | undefined)?.split('|') ?? [];
    return access.mayEver(context.db.principal, resource, action);
  };

export async function createSchema({ access, instances, idempotency }: SchemaParts): Promise<GraphQLSchema> {
  registerEnums();
  const byClass = new Map(instances.map(instance => [instance.constructor, instance]));
  const schema = await buildSchema({
    resolvers: RESOLVERS as unknown as NonEmptyArray<() => void>,
    container: { get: someClass => byClass.get(someClass) ?? missing(someClass.name) },
    authChecker: authChecker(access),
    authMode: 'error',
    // The bounded scalars check every value; GraphQL itself refuses unknown fields.
    validate: false,
  });
  requireGuardsThatWork();
  const rules = operationRules();
  const mayCall = (principal: Principal, operation: string) => {
    const rule = rules.get(operation);
    if (!rule || principal.kind !== 'staff') return false;
    return rule === 'public' || access.mayEver(principal, rule.resource, rule.action);
  };
  return answerOncePerKey(schema, { idempotency, mayCall });
}

function missing(name: string): never {
  throw new Error(`${name} is in the resolver list but was not built in app.ts`);
}
