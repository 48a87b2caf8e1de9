/** The papers of an application, as the catalogue asks for them: all of them, or all but one that comes later or not at all. */
import type { DocumentKind } from '../../server/src/features/exception-catalogue/exception-catalogue.enums.ts';
import type { Requirement } from '../../server/src/features/exception-catalogue/exception-rule.shape.ts';
import { osloDate } from '../../server/src/platform/calendar/calendar.ts';
import type { Random } from '../random.ts';
import type { Rows } from '../rows.ts';
import { minutesAfter } from '../work-time.ts';
import { RULES } from './application-rules.ts';
import type { CaseBook } from './case-book.ts';
import { AUTHORITY, type ToldApplication } from './exception-book.ts';

export interface PaperParts {
  readonly random: Random;
  readonly rows: Rows;
  readonly book: CaseBook;
}

export interface LatePapers {
  /** What is missing, in the language of the application. */
  readonly labels: readonly string[];
  /** They come. */
  arrive(at: Date): void;
}

const BY_PAPER = new Set(['LETTER', 'EDIALOG']);

export function addPapers(
  parts: PaperParts,
  about: ToldApplication,
  { missing }: { missing: boolean },
): LatePapers {
  const { plan, language } = about;
  const wanted = RULES[plan.code].requirements.flatMap(one => kindsOf(parts.random, one));
  const late = missing ? wanted.slice(-1) : [];
  const first = wanted.slice(0, wanted.length - late.length).flatMap(({ kinds }) => kinds);
  const form: DocumentKind[] = BY_PAPER.has(plan.channel) ? ['APPLICATION'] : [];
  for (const [n, kind] of [...form, ...first].entries())
    addPaper(parts, about, { kind, at: minutesAfter(plan.openedAt, 1 + n) });
  return {
    labels: late.map(({ label }) => label[language]),
    arrive: at => {
      for (const { kinds } of late) for (const kind of kinds) addPaper(parts, about, { kind, at });
    },
  };
}

interface Wanted {
  readonly kinds: readonly DocumentKind[];
  readonly label: Requirement['label'];
}

function kindsOf(random: Random, requirement: Requirement): Wanted[] {
  const { label } = requirement;
  if ('alternatives' in requirement) return [{ kinds: random.pick(requirement.alternatives), label }];
  const [kinds] = 'condition' in requirement ? requirement.condition.evidence : [];
  return kinds ? [{ kinds, label }] : [];
}

export function addPaper(
  { rows, book }: PaperParts,
  about: ToldApplication,
  { kind, at }: { kind: DocumentKind; at: Date },
): number {
  const { plan } = about;
  const on = osloDate(at);
  // Who scanned it at the issuer keeps sight of it until the application is handed over.
  const registered = plan.fate === 'REGISTERED';
  const application = rows.of('exception_application')[about.applicationId - 1];
  const by = application?.registered_by ?? null;
  const id = rows.add('case_document', {
    ...{ organisation_id: AUTHORITY, case_id: about.id, kind, received_on: on, channel: plan.channel },
    ...{ intake_organisation_id: registered ? 1 : null, created_by: by, created_at: at },
  });
  if (application) application.version = Number(application.version) + 1;
  about.documents.push({ id, kind, on, at });
  book.event(about, 'DOCUMENT_ADDED', { at, by: by === null ? null : Number(by), new: kind });
  return id;
}
