/** Applications and letters about them for tests, put on their way as the authority's staff do it. */
import { randomUUID } from 'node:crypto';
import type { LetterChannel, LetterKind } from '../../server/src/features/letter/letter.enums.ts';
import { letterFacts } from '../../server/src/features/letter/letter.examples.ts';
import { sendLetterService } from '../../server/src/features/letter/letter.parts.ts';
import { queueLetter } from '../../server/src/features/letter/letter.write.ts';
import { composeLetter, type LetterFacts } from '../../server/src/features/letter/letter-content.rules.ts';
import { createLetterPress } from '../../server/src/features/letter/letter-press.ts';
import { osloDate } from '../../server/src/platform/calendar/calendar.ts';
import { loadKeys } from '../../server/src/platform/crypto/keys.ts';
import { Db } from '../../server/src/platform/db/db.ts';
import type { Language } from '../../server/src/platform/language.ts';
import { createLog } from '../../server/src/platform/log.ts';
import type { Desk } from './desk.ts';
import { createFirm, createPerson } from './factories.ts';
import { insert, next } from './insert.ts';
import { systemDb } from './mails.ts';
import { STAFF, type StaffName } from './staff.ts';

export interface Application {
  readonly id: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly personId: string | null;
  readonly nationalId: string | null;
  readonly personName: string | null;
  readonly firmId: string;
  readonly firmNumber: string;
  readonly firmName: string;
}

export interface NewApplicationRow {
  readonly contactEmail?: string | null;
  /** Of a firm alone. */
  readonly ofFirm?: boolean;
  readonly restricted?: boolean;
  readonly givenName?: string;
  /** Registered by the issuer, which sees it. */
  readonly byIssuer?: boolean;
  readonly language?: Language;
}

export async function createApplication(desk: Desk, given: NewApplicationRow = {}): Promise<Application> {
  const firm = await createFirm(desk, { name: `Elvestad ${next()}` });
  const person = given.ofFirm ? null : await createNamed(desk, given);
  const caseNumber = `2026/${String(next()).padStart(6, '0')}`;
  const row = { person_id: person?.id ?? null, organisation_id: 2, number: caseNumber, channel: 'LETTER' };
  const about = { ...row, language: given.language ?? 'nb' };
  const caseId = await insert(desk, 'desk_case', {
    ...{
      ...about,
      kind: 'EXCEPTION',
      queue: 'EXCEPTION',
      status: 'OPEN',
      subject_organisation_id: firm.main,
    },
    ...{ opened_on: '2026-11-12', due_days: 20, due_on: '2026-12-10' },
  });
  const code = person
    ? { code: 'AA_ENK_SPOUSE', register: 'AA' }
    : { code: 'VAT_UNDER_50K_OTHER', register: 'MVA' };
  const id = await insert(desk, 'exception_application', {
    ...{ ...about, ...code, case_id: caseId, firm_id: firm.main, received_on: '2026-11-12' },
    ...{ status: 'UNDER_REVIEW', status_at: '2026-11-12T08:00:00Z' },
    contact_email: given.contactEmail === undefined ? 'marit@elvestad.example' : given.contactEmail,
    registrar_organisation_id: given.byIssuer ? 1 : null,
  });
  const ids = { id, caseId, caseNumber, firmId: firm.main, firmNumber: firm.mainOrgNumber };
  return { ...ids, ...(await namesOf(desk, ids)), nationalId: person?.nationalId ?? null };
}

const NAMES = `select a.person_id::text as "personId", p.given_name || ' ' || p.family_name as "personName", f.name as "firmName"
from exception_application a join organisation f on f.id = a.firm_id left join person p on p.id = a.person_id where a.id = $1`;

const namesOf = async (desk: Desk, { id }: { id: string }) =>
  (await desk.sql.query<Pick<Application, 'personId' | 'personName' | 'firmName'>>(NAMES, [id])).rows[0] ??
  NOBODY;
const NOBODY = { personId: null, personName: null, firmName: '' };

const createNamed = (desk: Desk, { givenName = 'Marit', restricted = false }: NewApplicationRow) =>
  createPerson(desk, { givenName, familyName: 'Elvestad', restricted });

/** What the record says about the application. */
export function recordOf(application: Application, given: Partial<LetterFacts> = {}): LetterFacts {
  const { caseNumber, personName, firmName, firmNumber } = application;
  return letterFacts({
    ...{ caseNumber, personName, firmName, firmNumber, date: osloDate(new Date()) },
    recipient: {
      ...{ name: personName ?? firmName, lines: ['Elvestadvegen 14', '6790 Elvestad'] },
      addressFromRegister: false,
    },
    ...given,
  });
}

export interface NewLetterRow {
  readonly kind?: LetterKind;
  readonly language?: Language;
  readonly channel?: LetterChannel;
  readonly sendAfter?: Date;
  readonly by?: StaffName;
  readonly record?: Partial<LetterFacts>;
}

/** @returns letter.id */
export function createLetter(
  desk: Desk,
  application: Application,
  given: NewLetterRow = {},
): Promise<string> {
  const { kind = 'INTERIM_REPLY', language = 'nb', channel = 'POST', by = 'lead' } = given;
  const record = recordOf(application, { kind, ...given.record });
  const { id: applicationId, caseId, personId, firmId } = application;
  return dbOf(desk, by).transaction(tx =>
    queueLetter(
      tx,
      {
        ...{ organisationId: 2, caseId, applicationId, decisionId: null, kind, language, channel, record },
        ...{ recipient: { personId, firmId }, content: composeLetter(record, language) },
        sendAfter: given.sendAfter ?? new Date(Date.now() - 1_000),
      },
      { mailDomain: 'hms-kort.example' },
    ),
  );
}

/** The database as one member of staff reaches it, outside a request. */
export function dbOf(desk: Desk, name: StaffName): Db {
  const { roles, organisation, name: fullName } = STAFF[name];
  const principal = {
    ...{
      kind: 'staff' as const,
      actorId: desk.staff[name],
      name: fullName,
      roles,
      sessionId: null,
      proof: null,
    },
    organisationId: organisation,
    organisationKind: organisation === 1 ? ('ISSUER' as const) : ('AUTHORITY' as const),
  };
  return new Db(desk.app.dbParts, principal, { requestId: randomUUID(), operation: 'test', address: null });
}

/** One for all tests of a file. */
const press = createLetterPress();

/** The job that sends letters, once, at a moment. @returns how many were tried */
export function sendLetters(desk: Desk, now = new Date()): Promise<number> {
  return sendingOf(desk, now).sendDue(systemDb(desk.app.jobParts));
}

export const sendingOf = (desk: Desk, now = new Date()) =>
  sendLetterService(
    {
      ...{
        clock: { now: () => now },
        config: desk.config,
        log: createLog('silent'),
        registers: desk.app.registers,
      },
      keys: loadKeys(desk.config.KEYS_FILE, desk.config.dataDir),
    },
    press,
  );
