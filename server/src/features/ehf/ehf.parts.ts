/** Wires the sending of EHF. */
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Registers } from '../../registers/registers.ts';
import { ehfJobs } from './ehf.jobs.ts';
import { type SendEhfParts, SendEhfService } from './send-ehf.service.ts';

type SendingWiring = Omit<SendEhfParts, 'accessPoint'> & {
  readonly registers: Pick<Registers, 'accessPoint'>;
};

export const sendEhfService = ({ clock, log, registers }: SendingWiring): SendEhfService =>
  new SendEhfService({ clock, log, accessPoint: registers.accessPoint });

export const ehfJobDefinitions = (wiring: SendingWiring): JobDefinition[] => ehfJobs(sendEhfService(wiring));
