/** Situations in which the calls about invoices and books work. */
import { addDays } from '../../server/src/platform/calendar/calendar.ts';
import type { Desk } from './desk.ts';
import { next } from './insert.ts';
import type { WorkingCall } from './working-calls.ts';

export const INVOICE_CALLS: Readonly<Record<string, (desk: Desk) => Promise<WorkingCall>>> = {
  closeBooks: async () => ({
    who: 'finance',
    variables: { input: { through: addDays('2000-01-01', next()) } },
  }),
};
