/**
 * Which fields of the API tell something about a person, and what. A field that could and stands in neither list stops the
 * build (test/access), so that nobody adds one without deciding who may see it.
 */
import { type GraphQLSchema, getNamedType, isObjectType } from 'graphql';

export type PersonalKind =
  | 'name'
  | 'birth-date'
  | 'national-id'
  | 'protection'
  | 'orderer'
  | 'case-text'
  | 'note'
  | 'register-answer'
  | 'draft'
  | 'image'
  | 'letter'
  | 'post'
  | 'decision'
  | 'visit'
  | 'invoice-query'
  | 'log'
  | 'self'
  | 'staff-name'
  | 'staff-email'
  | 'grant-reason'
  | 'upload-secret'
  | 'password';

export const PERSONAL_FIELDS: Readonly<Record<PersonalKind, readonly string[]>> = {
  // The person a card is for
  name: [
    'Person.name',
    'CaseRow.personName',
    ...['OrderRow', 'OrderLineSummary', 'OrderCase', 'ApplicationRow'].map(type => `${type}.personName`),
    'SearchHit.title',
    'SearchHit.subtitle',
    'AccessOddity.personName',
    'AccessAnswer.personName',
    'Call.personName',
    ...['CardRow.personName', 'Delegation.personName', 'Delegation.grantedByName', 'FirmCase.personName'],
    ...['FirmEmployee.personName', 'FirmRole.holderName', 'AffectedCardholder.personName'],
    'PowerOfAttorney.holderName',
    'ExceptionEntryRow.personName',
    'VatFirm.declarerName',
    'Letter.recipientName',
    ...['JournalEntry.title', 'JournalEntry.correspondent', 'JournalExport.xml'],
  ],
  'birth-date': ['Person.birthDate', 'PowerOfAttorney.holderBirthDate'],
  'national-id': ['Person.maskedNationalId', 'NationalIdReveal.nationalId'],
  protection: ['Person.restricted', 'Person.dNumber'],
  image: ['StoredImage.displayUrl', 'StoredImage.thumbnailUrl', 'Finding.value'],

  // Whoever ordered it, and what is written to and about them
  orderer: [
    'OrderItem.ordererName',
    // Who paid may be a person
    ...['PaymentRow.payerName', 'PaymentRow.message', 'PaymentDetail.payerAccount'],
    'OrderItem.ordererRole',
    'OrderItem.ordererEmail',
    ...['name', 'role', 'email'].map(name => `Orderer.${name}`),
    ...['name', 'street', 'postcode', 'city'].map(name => `Delivery.${name}`),
    'OrderDetail.customerReference',
    'ExplanationPreview.recipient',
    'ExplanationPreview.ordererName',
    // A buyer may be the orderer herself
    ...['InvoiceRow.buyerName', 'InvoiceRow.customerReference', 'Invoice.customerReference'],
    ...['name', 'street', 'postcode', 'city'].map(name => `InvoiceBuyer.${name}`),
    // What a firm typed may name a person
    ...['ReissuePlanRow.customerReference', 'ReissueProposal.reference'],
    ...['ApplicationDetail.contactName', 'ApplicationDetail.contactEmail'],
    'MailRow.recipient',
    'RenderedMailPreview.recipient',
  ],
  letter: [
    'RenderedMail.html',
    'RenderedMail.text',
    'RenderedMailPreview.html',
    'RenderedMailPreview.text',
    'ExplanationPreview.opening',
    'ExplanationPreview.closing',
  ],
  // What somebody wrote to the authority, and who it says it is from
  post: [
    ...['sender', 'senderName', 'subject'].map(name => `InboundMailRow.${name}`),
    'InboundMail.text',
    'InboundAttachment.name',
  ],
  // What the authority decides about her and writes to her
  decision: [
    ...['facts', 'freeText'].map(name => `DecisionProposal.${name}`),
    ...['facts', 'freeText'].map(name => `ApplicationDecision.${name}`),
    ...['LetterRecipient.name', 'LetterRecipient.lines', 'LetterParagraph.text'],
  ],
  // What its people found at a firm, and whom they met there
  visit: ['findings', 'place', 'reason'].map(name => `ControlVisit.${name}`),
  'case-text': [
    'CaseDetail.title',
    ...['ApplicationClaims.note', 'ApplicationClaims.vatProvision', 'ApprovalCondition.comment'],
    'CaseDetail.description',
    'CaseRow.title',
    'CaseLink.title',
    'CardTip.text',
  ],
  // What a firm writes about an invoice, and what it is answered
  'invoice-query': [
    ...['contactName', 'contactEmail', 'company', 'chosenReason', 'wantedReference'].map(
      name => `InvoiceQuery.${name}`,
    ),
    ...['sender', 'subject', 'text'].map(name => `InvoiceQueryPost.${name}`),
    ...['recipient', 'paragraphs', 'codeLines'].map(name => `InvoiceAnswer.${name}`),
    ...['recipient', 'paragraphs', 'codeLines'].map(name => `InvoiceAnswerPreview.${name}`),
    ...['buyerName', 'customerReference', 'ehfLines'].map(name => `QueryInvoice.${name}`),
    'CandidateInvoice.buyerName',
  ],
  note: [
    'CaseDocument.title',
    'DocumentStruck.reason',
    'CaseDetail.holdNote',
    'CaseEvent.note',
    'CaseEvent.oldValue',
    'CaseEvent.newValue',
    'ImageDecision.comment',
    'OrderEvent.note',
    'OrderEvent.oldValue',
    'OrderEvent.newValue',
  ],
  // What registers say about a person; the same fields of a firm are behind the same right.
  'register-answer': ['AnswerEntry.asked', 'AnswerEntry.answered'],
  'upload-secret': ['UploadTicket.url'],

  // Those who work here
  self: [
    'Me.name',
    'Me.initials',
    'Me.email',
    'Me.preferences',
    'Mutation.savePreferences',
    'Session.device',
    // What she has declared about herself and those she is tied to
    ...['maskedNationalId', 'orgNumber', 'firmName'].map(name => `StaffTie.${name}`),
  ],
  draft: ['Draft.body'],
  'staff-name': [
    'InvoiceAnswer.answeredBy',
    'DecisionProposal.proposedBy',
    'LetterSigner.name',
    'ExceptionEntryStep.by',
    'ExceptionEntryStep.approvedBy',
    'StaffRef.name',
    'ApprovalCondition.saidBy',
    'StaffRef.initials',
    'StaffUser.name',
  ],
  'staff-email': ['StaffUser.email'],
  'grant-reason': ['StaffGrant.reason'],
  password: ['StaffCreated.oneTimePassword', 'MachineSecretMade.secret', 'WebhookSecretMade.secret'],
  log: [
    'AuditRow.actorLabel',
    'AuditRow.purpose',
    'AuditRow.reason',
    'AuditRow.rowId',
    ...['who', 'operation', 'reason'].map(name => `PersonLookup.${name}`),
    'ReviewMark.comment',
    'AccessAnswerLine.who',
    'AccessAnswerLine.what',
    'AccessAnswerLine.why',
    'AccessAnswer.summary',
    'AccessAnswerPart.lines',
    'AccessAnswer.csv',
  ],
};

/** Text and days that say nothing about a person: numbers of cases and firms, codes, wordings, the desk's own dates. */
export const HARMLESS_FIELDS: readonly string[] = [
  'AskedNumber.value',
  'InvoiceQuery.foundFrom',
  ...['subject', 'digest'].map(name => `InvoiceAnswerPreview.${name}`),
  ...['number', 'issuedOn', 'dueOn', 'sellerName', 'sellerOrgNumber', 'buyerOrgNumber', 'orderNumber'].map(
    name => `QueryInvoice.${name}`,
  ),
  ...['internalOrderNumber', 'kid', 'replacedBy'].map(name => `QueryInvoice.${name}`),
  ...['unitOrgNumber', 'unitName'].map(name => `QueryInvoiceLine.${name}`),
  ...['number', 'issuedOn', 'buyerOrgNumber', 'orderNumber'].map(name => `CandidateInvoice.${name}`),
  ...[
    'PaymentRow.bookedOn',
    'PaymentRow.kid',
    'PaymentDetail.archiveReference',
    'PaymentPlacing.invoiceNumber',
  ],
  ...['number', 'orderNumber', 'firmName'].map(name => `PaymentSuggestion.${name}`),
  ...['PaymentPlacing.reason', 'PaymentLineFault.text', 'PaymentFile.name'],
  ...['caseNumber', 'fields', 'operation', 'outcome', 'requestId', 'tableName'].map(
    name => `AuditRow.${name}`,
  ),
  ...['dueOn', 'holdUntil', 'number', 'openedOn', 'promisedOn'].map(name => `CaseDetail.${name}`),
  ...['dueOn', 'holdUntil', 'number', 'openedOn', 'promisedOn'].map(name => `CaseRow.${name}`),
  ...['firmName', 'orderNumber', 'orgNumber'].map(name => `CaseRow.${name}`),
  ...[
    'CaseLink.number',
    'CaseNews.caseNumber',
    'UndoOffer.caseNumber',
    'MailRow.caseNumber',
    'MailRow.orderNumber',
  ],
  ...[
    'CaseLink.number',
    'CaseNews.caseNumber',
    'UndoOffer.caseNumber',
    'MailRow.caseNumber',
    'MailRow.orderNumber',
  ],
  ...[
    'CaseLink.number',
    'CaseNews.caseNumber',
    'UndoOffer.caseNumber',
    'MailRow.caseNumber',
    'MailRow.orderNumber',
  ],
  ...[
    'number',
    'statusReason',
    'validFrom',
    'expiresOn',
    'shreddedOn',
    'seizedOn',
    'seizedBy',
    'firmName',
    'orgNumber',
  ].map(name => `TipCard.${name}`),
  ...['number', 'kid', 'orderNumber', 'issuedOn', 'dueOn'].map(name => `ReissuePlanRow.${name}`),
  ...['firmName', 'orgNumber', 'referenceFault', 'nextNumber', 'nextKid', 'nextCreditNumber'].map(
    name => `ReissuePreview.${name}`,
  ),
  ...['number', 'kid', 'dueOn'].map(name => `ReissuedDocument.${name}`),
  ...['ReissueAfter.dueOn', 'ReissueFirm.name', 'ReissueFirm.orgNumber', 'ReissueProposal.firstNumber'],
  ...['ReissueProposal.reason', 'ReissueProposalDetail.digest'],
  ...['type', 'from', 'to', 'reason'].map(name => `TipCardEvent.${name}`),
  'CardTip.reporter',
  ...[
    'InboundMailRow.caseNumber',
    'InboundMailbox.address',
    'InboundAttachment.mediaType',
    'InboundAttachment.refusal',
  ],
  ...['number', 'firmName'].map(name => `InboundMailTarget.${name}`),
  ...['orderNumber', 'firmName', 'unitName'].map(name => `AffectedOrder.${name}`),
  'AffectedCardholder.firmName',
  ...['MailRow.subject', 'MailRow.lastError', 'RenderedMailPreview.subject'],
  ...[
    'Deadline.dueOn',
    'Deadline.startOn',
    'HoldPeriod.fromOn',
    'HoldPeriod.toOn',
    'Holiday.name',
    'Holiday.on',
  ],
  ...['DecisionReason.label', 'DecisionReason.remedy', 'ReasonText.label', 'ReasonText.remedy'],
  // Made up, and there in demo mode only.
  ...['DemoAccount.email', 'DemoAccount.initials', 'DemoAccount.name', 'DemoAccount.organisationName'],
  ...[
    'DeskSettings.signInProvider',
    'DeskSettings.version',
    'MyDay.today',
    'FacetValue.value',
    'Draft.action',
    'StoredImage.mediaType',
  ],
  ...['OrderItem.orderNumber', 'OrderItem.orderedOn', 'Organisation.name', 'Organisation.orgNumber'],
  ...['CaseDocument.receivedOn', 'DocumentVersion.mediaType', 'DocumentVersion.sha256'],
  ...['number', 'orderedOn', 'cancelOn'].map(name => `OrderRow.${name}`),
  ...[
    'OrderDetail.number',
    'OrderDetail.orderedOn',
    'OrderRef.number',
    'OrderRef.orderedOn',
    'OrderHit.number',
    'ExplanationPreview.subject',
    'ExplanationPreview.suggestions',
  ],
  ...['OrderCase.number', 'OrderEvent.id', 'OrderEvent.type'],
  ...['OrderLine.imageCaseNumber', 'OrderLine.startOn', 'OrderLine.statusReason'],
  ...['caseNumber', 'fromOn', 'toOn', 'endedOn'].map(name => `ExceptionEntryRow.${name}`),
  ...['on', 'what', 'decisionKind'].map(name => `ExceptionEntryStep.${name}`),
  ...['orderNumber', 'orderedOn', 'cardNumber', 'cardExpiresOn'].map(name => `RestsOnEntry.${name}`),
  ...['WithdrawalResult.caseNumber', 'WithdrawalResult.code', 'ProposalInBatch.caseNumber'],
  ...['ConfirmationCampaign.dueOn', 'ConfirmationResult.code'],
  ...['caseNumber', 'commentBy', 'receivedOn', 'receipt'].map(name => `AnnualConfirmation.${name}`),
  ...['who', 'toOn'].map(name => `GrantedException.${name}`),
  ...['CardRef.number', 'CardRef.expiresOn'],
  ...['number', 'statusReason', 'validFrom', 'expiresOn'].flatMap(name => [
    `CardRow.${name}`,
    `CardDetail.${name}`,
  ]),
  ...['renewableFrom', 'shreddedOn', 'seizedOn', 'seizedBy'].map(name => `CardDetail.${name}`),
  ...['CardOrder.number', 'CardOrder.orderedOn', 'CardReissued.orderNumber'],
  ...['orgNumber', 'name', 'city'].flatMap(name => [`FirmUnit.${name}`, `FirmDetail.${name}`]),
  ...['form', 'registeredOn', 'sectorCode', 'street', 'postcode'].map(name => `FirmDetail.${name}`),
  ...['FirmRole.code', 'Delegation.fromOn', 'Delegation.toOn', 'FirmCase.number', 'FirmCase.openedOn'],
  ...['fromOn', 'toOn', 'validTo'].map(name => `FirmApproval.${name}`),
  ...['since', 'validTo', 'county'].map(name => `ApprovedFirm.${name}`),
  ...['ApprovalCase.number', 'ApprovedFirmCount.county', 'VisitCase.number', 'ControlVisit.visitedOn'],
  ...['kind', 'startOn', 'endOn'].flatMap(name => [`FirmEmployee.${name}`, `PersonEmployment.${name}`]),
  ...['number', 'line', 'orderedOn'].map(name => `PersonOrder.${name}`),
  ...['PersonCase.number', 'PersonCase.openedOn'],
  'SearchHit.orgNumber',
  ...['Call.firmName', 'Call.orgNumber'],
  ...['fromOn', 'toOn', 'receivedOn'].map(name => `PowerOfAttorney.${name}`),
  ...['PageInfo.endCursor', 'PageInfo.startCursor', 'Permission.action', 'Permission.resource'],
  ...['key', 'day', 'queue'].map(name => `AccessOddity.${name}`),
  ...['title', 'heldTitle', 'scope', 'complaint', 'fileName'].map(name => `AccessAnswer.${name}`),
  ...['AccessAnswerPart.title'],
  ...['TransportDuty.on', 'TransportDutyLine.title', 'TransportDutyLine.source'],
  ...['SchemeSetting.source'],
  ...['value', 'validFrom', 'grounds', 'withdrawnReason'].map(name => `SettingChange.${name}`),
  ...['SchemeSettings.day', 'SettingStanding.from', 'SettingStanding.value'],
  // Of an application its number, its firm, its days, and codes.
  ...['number', 'receivedOn', 'decidedOn', 'dueOn', 'promisedOn'].map(name => `ApplicationRow.${name}`),
  ...['number', 'receivedOn', 'decidedOn', 'wantedFrom', 'evidenceEndsOn', 'registrar', 'orderNumber'].map(
    name => `ApplicationDetail.${name}`,
  ),
  ...['orgNumber', 'name', 'form', 'sectorCode', 'registeredOn'].map(name => `ApplicationFirm.${name}`),
  ...['ApplicationRequirement.key', 'ProposedValidity.from', 'ProposedValidity.to'],
  ...['number', 'orderedOn', 'cancelOn'].map(name => `WaitingOrder.${name}`),
  ...['number', 'orderedOn'].map(name => `WaitingCard.${name}`),
  ...['fromOn', 'toOn', 'endedOn', 'endReason'].map(name => `ApplicationEntry.${name}`),
  ...[
    ...['decidedOn', 'validFrom', 'validTo', 'appealDeadlineOn', 'digest'],
    ...['groundCodes', 'statuteCodes'],
  ].map(name => `ApplicationDecision.${name}`),
  ...['kind', 'channel', 'status'].map(name => `ApplicationLetter.${name}`),
  ...['receivedOn', 'deadlineOn', 'outcome', 'bodyOutcomeOn'].map(name => `ApplicationAppeal.${name}`),
  ...['ApplicationOptions.orderNumber', 'ApplicationProposal.ruledOut', 'EarlierApplication.number'],
  ...['number', 'form', 'decidedOn', 'validFrom', 'validTo'].map(name => `Precedent.${name}`),
  ...['PrecedentGround.code', 'RegisteredApplication.number'],
  'SuggestedDecision.facts',
  // Rules of exceptions, their words and the law: about nobody.
  ...['nb', 'nn', 'en'].map(name => `Wording.${name}`),
  ...[
    'ExceptionCatalogue.day',
    'ExceptionRule.validFrom',
    'ApplicationRule.validFrom',
    'ExceptionRequirement.key',
    'RuleRequirement.key',
    'ExceptionValidity.roles',
    'Headcount.from',
  ],
  ...['validFrom', 'grounds', 'withdrawnReason'].flatMap(name => [
    `ExceptionRuleChange.${name}`,
    `ApprovalRuleChange.${name}`,
    `UsualRuleChange.${name}`,
    `DecisionTextChange.${name}`,
  ]),
  ...['validFrom', 'sectorCodes', 'industryCodes', 'forms'].map(name => `UsualRule.${name}`),
  // A code, a day or a number; never a name, an address or a national ID number.
  'ClaimComparison.value',
  ...['number', 'receivedOn', 'decidedOn'].map(name => `RehearsedCase.${name}`),
  ...['RuleRehearsal.since', 'UsualRehearsal.since'],
  ...['number', 'orderedOn', 'firmName', 'orgNumber'].map(name => `RehearsedLine.${name}`),
  ...['code', 'validFrom', 'validTo', 'source'].map(name => `DecisionText.${name}`),
  'DecisionTextCatalogue.day',
  ...['DecisionTexts.day', 'DecisionGround.code', 'DecisionGround.validFrom'],
  ...['code', 'source', 'validFrom', 'validTo'].map(name => `Statute.${name}`),
  ...['digest', 'grounds', 'legalRefs', 'validFrom', 'validTo'].map(name => `DecisionProposal.${name}`),
  ...[
    'DecisionPreview.deadlineOn',
    'DocumentRequest.missing',
    'DocumentRequest.until',
    'ProposalPartSeen.part',
  ],
  ...['FieldFault.code', 'FieldFault.field', 'LetterParagraph.title'],
  ...['caseNumber', 'date', 'heading'].map(name => `LetterText.${name}`),
  ...['WithdrawalResult.caseNumber', 'WithdrawalResult.code'],
  // Machines, which are nobody.
  ...['clientId', 'name', 'keyIds', 'scopes'].map(name => `MachineClient.${name}`),
  'MachineSecret.hint',
  // Wordings of a catalogue, by codes that are no text.
  ...['reasonText', 'remedies', 'noException'].map(name => `RegisterCheck.${name}`),
  ...['CheckException.who', 'CheckException.ruledOut'],
  ...['AnswerEntry.cause', 'AnswerEntry.source', 'RegisterAnswer.rulesOn'],
  // Of a card in production its number, its order and its firm, never whose it is.
  ...[
    'batchNumber',
    'orderNumber',
    'cardNumber',
    'firmName',
    'note',
    'dueOn',
    'shippedOn',
    'releasedReason',
  ].map(name => `ProductionLine.${name}`),
  ...['ProductionBatch.number', 'ProductionBatch.dueOn', 'ProductionBatch.sha256'],
  ...['clientName', 'url', 'topics'].map(name => `WebhookEndpoint.${name}`),
  ...['Letter.returnedOn', 'ApplicationLetter.returnedOn'],
  ...[
    'clientName',
    'messageId',
    'topic',
    'orderNumber',
    'cardNumber',
    'lastError',
    'lastAnswer',
    'body',
    'applicationNumber',
  ].map(name => `WebhookDelivery.${name}`),
  // Of a person only initials, beside the order: enough to recognise it by, not to know who it is.
  ...['orderNumber', 'cardNumber', 'firmName', 'person', 'reasons', 'fromOn', 'toOn'].map(
    name => `JobDueRow.${name}`,
  ),
  ...[
    'Job.name',
    'JobRun.error',
    'JobRun.server',
    'JobRequest.reason',
    'JobRehearsal.job',
    'JobRehearsal.on',
  ],
  // Firms, and what role somebody unnamed had in them.
  ...['caseNumber', 'lastError', 'batchNumber', 'deliveredOn'].map(name => `Letter.${name}`),
  ...['PrintBatch.number', 'PrintBatch.sha256', 'PrintBatchDetail.manifest'],
  ...['caseNumber', 'publicTitle', 'accessCode', 'accessBasis', 'on'].map(name => `JournalEntry.${name}`),
  'JournalExport.fileName',
  ...['VatFirm', 'VatFollowUpFirm'].flatMap(type => [`${type}.orgNumber`, `${type}.name`]),
  ...['VatFirm.declarerRole', 'VatFollowUpFirm.inVatRegisterSince'],
  ...['number', 'kid', 'issuedOn', 'dueOn', 'buyerOrgNumber', 'orderNumber'].map(
    name => `InvoiceRow.${name}`,
  ),
  ...['number', 'issuedOn', 'dueOn', 'orderNumber', 'internalOrderNumber', 'kid', 'language'].map(
    name => `Invoice.${name}`,
  ),
  ...['name', 'orgNumber', 'street', 'postcode', 'city', 'bankAccount', 'email'].map(
    name => `InvoiceSeller.${name}`,
  ),
  ...['InvoiceBuyer.orgNumber', 'InvoiceLine.unitOrgNumber', 'InvoiceLine.unitName', 'OrderInvoice.number'],
  ...[
    'InvoiceRef.number',
    'InvoiceRef.issuedOn',
    'Books.closedThrough',
    'ClosedPeriod.through',
    'LedgerDay.on',
  ],
  ...['voucher', 'bookedOn', 'text', 'account', 'accountName'].map(name => `InvoiceEntry.${name}`),
  ...['csvSha256', 'jsonSha256', 'receipt', 'receivedOn'].map(name => `VatBatch.${name}`),
  ...['StaffOrganisation.name', 'AccessReview.weekOn', 'AccessAnswerLine.caseNumber'],
];

/** Scalars that can hold something about a person. */
const TELLING = new Set(['String', 'ShortText', 'LongText', 'StoredJson', 'LocalDate']);

const kinds = new Map(
  Object.entries(PERSONAL_FIELDS).flatMap(([kind, fields]) =>
    fields.map(field => [field, kind as PersonalKind] as const),
  ),
);

/** @param field as `Person.name` */
export const personalKindOf = (field: string): PersonalKind | null => kinds.get(field) ?? null;

/** Fields of a schema that nobody has said anything about, and names that are no longer there. */
export function undecidedFields(schema: GraphQLSchema): string[] {
  const decided = new Set([...kinds.keys(), ...HARMLESS_FIELDS]);
  const there = Object.values(schema.getTypeMap()).flatMap(type =>
    isObjectType(type) && !type.name.startsWith('__')
      ? Object.values(type.getFields()).map(({ name, type: of }) => ({
          name: `${type.name}.${name}`,
          telling: TELLING.has(getNamedType(of).name),
        }))
      : [],
  );
  const undecided = there.filter(({ name, telling }) => telling && !decided.has(name));
  const names = new Set(there.map(({ name }) => name));
  return [...undecided.map(({ name }) => name), ...[...decided].filter(name => !names.has(name))].sort();
}
