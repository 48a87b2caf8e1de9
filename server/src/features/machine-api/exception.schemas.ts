/** What machines send to apply for an exception, and what they are told of it; the OpenAPI document is made from the same. */
import { z } from 'zod';
import { ApplicationStatus, ForeignStaff } from '../application/application.enums.ts';
import { ExceptionCode } from '../exception/exception.enums.ts';
import { DocumentKind } from '../exception-catalogue/exception-catalogue.enums.ts';
import { orderer } from './api.schemas.ts';

/** Papers one application may bring. */
export const MOST_PAPERS = 10;

const text = (most: number) => z.string().trim().min(1).max(most);
const day = z.iso.date().describe('Calendar day in Norway, YYYY-MM-DD.');
export const somebody = z.strictObject({
  nationalId: z.string().max(20).describe('Fødselsnummer or D-number, eleven digits.'),
  givenName: text(100).describe('Until Folkeregisteret has said what it is.'),
  familyName: text(100),
});

const paper = z.strictObject({
  kind: z.enum(DocumentKind).exclude(['INSPECTION_NOTE']),
  title: text(200).optional(),
  content: z.base64().min(1).describe('PDF, JPEG or PNG in base64.'),
});

export const applyBody = z
  .strictObject({
    code: z.enum(ExceptionCode),
    firm: z.string().max(20).describe('Organisation number of the firm, or of one of its sub-units.'),
    language: z.enum(['nb', 'nn', 'en']).describe('Of the letters.'),
    sender: orderer
      .optional()
      .describe(
        'For portals: who is signed in with eID; the applicant, or somebody entitled to order for the firm.',
      ),
    applicant: somebody.optional().describe('For exceptions of a person in a firm.'),
    related: somebody.optional().describe('Spouse or proprietor: whom the right comes from.'),
    wantedFrom: day.optional(),
    evidenceEndsOn: day.optional().describe('Last day of the permit, the contract or the measure.'),
    contactName: text(200).optional(),
    contactEmail: z.email().max(200).optional(),
    orderNumber: z
      .string()
      .regex(/^\d{7}$/)
      .optional()
      .describe('The order that waits for it.'),
    vatProvision: text(200).optional().describe('Provision of the VAT act the firm relies on.'),
    foreignStaff: z.enum(ForeignStaff).optional(),
    note: text(2_000).optional(),
    documents: z.array(paper).max(MOST_PAPERS).default([]),
  })
  .meta({ id: 'NewExceptionApplication' });

export const laterPapersBody = z
  .strictObject({
    sender: orderer
      .optional()
      .describe(
        'For portals: who is signed in with eID; the applicant, or somebody entitled to order for the firm.',
      ),
    documents: z.array(paper).min(1).max(MOST_PAPERS),
  })
  .meta({ id: 'LaterPapers' });

export const applicationView = z
  .object({
    number: z.string().describe('Of the case.'),
    code: z.enum(ExceptionCode),
    status: z.enum(ApplicationStatus),
    statusAt: z.iso.datetime().describe('UTC.'),
    firm: z.string().describe('Of the main unit.'),
    receivedOn: day,
    decidedOn: day.nullable(),
  })
  .meta({ id: 'ExceptionApplication' });

export type LaterPapersBody = z.output<typeof laterPapersBody>;
export type ApplyBody = z.output<typeof applyBody>;
export type ApplicationView = z.output<typeof applicationView>;
