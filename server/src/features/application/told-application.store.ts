/** What an application says, read and checked in one way whoever sends it: staff who register a paper, or a machine. */
import type { Tx } from '../../platform/db/db.ts';
import { invalid } from '../../platform/errors.ts';
import { isMailAddress } from '../../platform/mail/address.rules.ts';
import { ExceptionCode } from '../exception/exception.enums.ts';
import { catalogueOn } from '../exception-catalogue/exception-catalogue.readmodel.ts';
import { channelAllowed } from '../exception-catalogue/exception-catalogue.rules.ts';
import type { RegisterApplicationInput } from './application.input.ts';
import type { NewApplication } from './new-application.write.ts';

/** @throws AppError VALIDATION_FAILED when the exception is not for whom it is asked, or came a way it cannot come */
export async function isPersonal(tx: Tx, input: RegisterApplicationInput): Promise<boolean> {
  const { receivedOn, code, applicant, channel } = input;
  const rule = (await catalogueOn(tx, receivedOn))[code];
  if (rule.subject !== 'PERSON_AND_FIRM') {
    if (!channelAllowed(rule, channel)) throw invalid({ channel: 'NOT_POSSIBLE' });
    return false;
  }
  if (!applicant && !input.orderItemId) throw invalid({ 'applicant.nationalId': 'REQUIRED' });
  return true;
}

const blank = (text: string | null | undefined) => text?.trim() || null;

export function toldBy(
  input: RegisterApplicationInput,
): Omit<NewApplication, 'personId' | 'relatedPersonId' | 'firmId'> {
  const { code, channel, receivedOn, language, wantedFrom, evidenceEndsOn } = input;
  return {
    ...{ code, channel, receivedOn, language },
    wantedFrom: wantedFrom ?? null,
    evidenceEndsOn: evidenceEndsOn ?? null,
    contactName: blank(input.contactName),
    contactEmail: blank(input.contactEmail),
    orderNumber: blank(input.orderNumber),
    claims: {
      vatProvision: blank(input.vatProvision),
      foreignStaff: input.foreignStaff ?? null,
      note: blank(input.note),
    },
  };
}

/** Whose right comes from another: the proprietor, the citizen. */
const NEEDS_RELATED: ReadonlySet<ExceptionCode> = new Set([
  ExceptionCode.AA_ENK_SPOUSE,
  ExceptionCode.UDI_EEA_FAMILY,
]);

/** @throws AppError VALIDATION_FAILED */
export function requireFilledIn(input: RegisterApplicationInput, today: string): void {
  const { receivedOn, wantedFrom, evidenceEndsOn, contactEmail, code, related } = input;
  const faults: Record<string, string> = {};
  if (receivedOn > today) faults.receivedOn = 'DATE_IN_FUTURE';
  if (wantedFrom && evidenceEndsOn && evidenceEndsOn < wantedFrom) faults.evidenceEndsOn = 'DATE_NOT_LATER';
  if (contactEmail?.trim() && !isMailAddress(contactEmail.trim())) faults.contactEmail = 'NOT_AN_ADDRESS';
  if (related && !NEEDS_RELATED.has(code)) faults['related.nationalId'] = 'NOT_POSSIBLE';
  if (Object.keys(faults).length > 0) throw invalid(faults);
}
