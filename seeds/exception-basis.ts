/** What a decision of the demo rests on, as the desk reads it from the database when it decides. */
import type { DecisionBasis } from '../server/src/features/decision/decision-basis.store.ts';
import { BORN_FROM } from '../server/src/features/exception-catalogue/exception.catalogue.ts';
import { type Settings, settingsFrom } from '../server/src/features/setting/setting.rules.ts';
import type { LocalDate } from '../server/src/platform/calendar/calendar.ts';
import { RULES } from './factories/application-rules.ts';
import type { ToldApplication } from './factories/exception-book.ts';
import type { Rows } from './rows.ts';

let settings: Settings | null = null;

export function basisOf(rows: Rows, about: ToldApplication, on: LocalDate): DecisionBasis {
  const { plan, subject } = about;
  settings ??= settingsFrom([], on, null);
  const earlier = about.decisions.filter(decision => decision.on < on && decision.decisionId !== null).at(-1);
  return {
    application: applicationOf(about),
    rule: { ...RULES[plan.code], code: plan.code, id: null, validFrom: BORN_FROM },
    documents: [],
    requirements: [],
    registers: {
      firm: firmOf(rows, subject.firm.id),
      person: subject.person && personOf(rows, subject.person.id),
      related: subject.related && personOf(rows, subject.related.id),
    },
    settings,
    notes: [],
    appealLate: false,
    coverage: null,
    decidedOn: earlier?.on ?? null,
  };
}

function applicationOf({ applicationId, id, number, plan, language, receivedOn }: ToldApplication) {
  const { register } = RULES[plan.code];
  return {
    ...{
      id: String(applicationId),
      organisation_id: 2,
      case_id: String(id),
      number,
      code: plan.code,
      register,
    },
    ...({ person_id: null, firm_id: '', related_person_id: null, status: 'UNDER_REVIEW', language } as const),
    ...{ channel: plan.channel, received_on: receivedOn, wanted_from: null, evidence_ends_on: null },
    ...{ contact_email: null, claims: {}, version: 1 },
  };
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function firmOf(rows: Rows, id: number): DecisionBasis['registers']['firm'] {
  const row = rows.of('organisation')[id - 1];
  const where = { street: text(row?.street), postcode: text(row?.postcode), city: text(row?.city) };
  const rest = { form: null, status: null, employees: null, inCompanyRegister: null, inVatRegister: null };
  return { orgNumber: String(row?.org_number), name: String(row?.name), ...where, ...rest };
}

function personOf(rows: Rows, id: number): NonNullable<DecisionBasis['registers']['person']> {
  const row = rows.of('person')[id - 1];
  return {
    name: `${row?.given_name} ${row?.family_name}`,
    birthDate: text(row?.birth_date),
    restricted: row?.restricted === true,
    ...{ street: text(row?.street), postcode: text(row?.postcode), city: text(row?.city) },
  };
}
