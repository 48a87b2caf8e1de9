/** What machines send when a firm confirms for the year (årlig melding), in the shape of an Altinn submission, and the receipt they get. */
import { z } from 'zod';
import { ConfirmationStatement } from '../confirmation/confirmation.enums.ts';
import { applyBody } from './exception.schemas.ts';

const code = z.enum(['CLEANING_FIRM', 'CAR_CARE_FIRM']);
const year = z.int().min(2000).max(2200).describe('The campaign: the year whose 31 January it is due.');
const employees = z.int().min(0).max(1_000_000).describe('As the firm says.');
const statements = z.array(z.enum(ConfirmationStatement)).min(1).max(10).describe('What the firm confirms.');

export const confirmBody = z
  .strictObject({
    code,
    firm: z.string().max(20).describe('Organisation number; of a sub-unit the main unit confirms.'),
    year,
    sender: applyBody.shape.sender.describe(
      'For portals: who is signed in with eID, and is entitled to order for the firm.',
    ),
    employees,
    statements,
  })
  .meta({ id: 'NewAnnualConfirmation' });

export const confirmationReceipt = z
  .object({
    receipt: z.string().describe('What the firm can refer to.'),
    code,
    firm: z.string().describe('Organisation number of the main unit.'),
    year,
    dueOn: z.iso.date(),
    receivedOn: z.iso.date(),
    employees,
    statements: z.array(z.enum(ConfirmationStatement)),
  })
  .meta({ id: 'AnnualConfirmationReceipt' });

export type ConfirmBody = z.output<typeof confirmBody>;
export type ConfirmationReceipt = z.output<typeof confirmationReceipt>;
