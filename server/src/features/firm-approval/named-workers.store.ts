/** Those who work in a firm without being employed, as its application for approval names them: for whoever takes it in, staff or a machine. */
import { invalid } from '../../platform/errors.ts';
import type { WorkerRelation } from '../application/application.enums.ts';
import type { ApplicantInput } from '../application/application.input.ts';
import type { NamedWorker } from '../application/new-application.write.ts';
import type { RegisterApprovalInput } from './firm-approval.input.ts';

export const MOST_WORKERS = 20;
const FIELD = 'namedWorkers';
/** A proprietor and her spouse, partners: beside their employees too. */
const FORMS: ReadonlySet<string> = new Set(['ENK', 'DA', 'ANS']);

export interface ToldWorker extends ApplicantInput {
  readonly relation: WorkerRelation;
}

type Told = Pick<RegisterApprovalInput, 'code' | 'employees' | 'workers' | 'namedWorkers'>;

/** Who need a card: those it names, where nobody is employed. */
export const workersOf = ({ employees, workers, namedWorkers }: Omit<Told, 'code'>): number =>
  employees === 0 && namedWorkers?.length ? namedWorkers.length : workers;

/** @param form organisasjonsform of the main unit. @throws AppError VALIDATION_FAILED */
export function requireNameable({ code, employees, workers, namedWorkers }: Told, form: string): void {
  const named = namedWorkers?.length ?? 0;
  if (named === 0) return;
  if (named > MOST_WORKERS) throw invalid({ [FIELD]: 'TOO_MANY_WORKERS' });
  if (code === 'STAFFING_AGENCY' || (employees > 0 && !FORMS.has(form)))
    throw invalid({ [FIELD]: 'ONLY_EMPLOYEES_WORK' });
  if (employees > 0 && workers < named) throw invalid({ workers: 'FEWER_THAN_NAMED' });
}

/** @param find finds or adds a person; the fault is the field's. @throws AppError VALIDATION_FAILED for somebody named twice */
export async function namedBy(
  told: readonly ToldWorker[] | null | undefined,
  find: (field: string, told: ToldWorker) => Promise<string>,
): Promise<NamedWorker[]> {
  const named: NamedWorker[] = [];
  for (const [index, worker] of (told ?? []).entries()) {
    const field = `${FIELD}[${index}]`;
    const personId = await find(field, worker);
    if (named.some(other => other.personId === personId))
      throw invalid({ [`${field}.nationalId`]: 'NAMED_TWICE' });
    named.push({ personId, relation: worker.relation });
  }
  return named;
}
