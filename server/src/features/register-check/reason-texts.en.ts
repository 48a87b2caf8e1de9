/** The reasons and remedies in English, written to the orderer. */
import type { CheckWordings } from './reason-wording.ts';

const RIGHT_AT_SOURCE = 'Have the register corrected.';

export const checkTextsEn: CheckWordings = {
  NO_ANSWER: { label: 'The register does not answer. We ask again by ourselves.', remedies: [] },

  ENH_UNKNOWN: {
    label: 'Enhetsregisteret does not know the organisation number.',
    remedies: [
      'Check the organisation number.',
      'Register the firm in Enhetsregisteret with the Coordinated register notification.',
    ],
  },
  ENH_REMOVED: {
    label: 'The firm has been removed from Enhetsregisteret, so no HSE card can be made for it.',
    remedies: ['After a takeover or merger the new firm orders new cards.'],
  },
  ENH_BANKRUPT: {
    label: 'Enhetsregisteret has the firm as bankrupt.',
    remedies: ['If the bankruptcy has been reversed, notify Enhetsregisteret.', RIGHT_AT_SOURCE],
  },
  ENH_WINDING_UP: {
    label: 'Enhetsregisteret has the firm as being wound up or dissolved.',
    remedies: ['If the winding-up was called off, notify Enhetsregisteret.', RIGHT_AT_SOURCE],
  },
  ENH_UNIT_CLOSED: {
    label: 'The sub-unit the order is for is closed in Enhetsregisteret.',
    remedies: [
      'Order again for a sub-unit that is in business.',
      'If it is in business, notify Enhetsregisteret.',
    ],
  },
  ENH_UNIT_MOVED: {
    label: 'The sub-unit now belongs to another main unit in Enhetsregisteret.',
    remedies: ['The new main unit orders cards in its own name.'],
  },
  FR_NOT_REGISTERED: {
    label: 'The firm must be in Foretaksregisteret, but is not.',
    remedies: [
      'Register the firm in Foretaksregisteret with the Coordinated register notification.',
      RIGHT_AT_SOURCE,
    ],
  },
  FR_NO_DUTY: { label: 'The firm need not be in Foretaksregisteret.', remedies: [] },
  MVA_NOT_REGISTERED: {
    label: 'The firm is not in the VAT register.',
    remedies: [
      'Register the firm for VAT with the Tax Administration.',
      'If the firm is not liable to VAT, the orderer can declare so when ordering.',
      'Otherwise the firm can apply for an exception.',
    ],
  },
  BY_EXCEPTION: {
    label: 'The Labour Inspection Authority has granted an exception from this register.',
    remedies: [],
  },
  MVA_DECLARED: { label: 'The orderer has declared that the firm is not liable to VAT.', remedies: [] },
  MVA_SECTOR_AS_USUAL: {
    label: 'Firms of this kind order as usual without being in the VAT register.',
    remedies: [],
  },

  FREG_UNKNOWN: {
    label:
      'The National Population Register does not know the number, or does not tell whether it is active.',
    remedies: [
      'Check the national ID number or D-number.',
      'The employee can have it cleared up at a tax office.',
    ],
  },
  FREG_INACTIVE: {
    label: 'The D-number is inactive in the National Population Register.',
    remedies: [
      'The employee goes to an ID check at a tax office or SUA to have the number active again.',
      RIGHT_AT_SOURCE,
    ],
  },
  FREG_REPLACED: {
    label: 'The employee has been given a new number in the National Population Register.',
    remedies: [
      'Order again with the new number.',
      'Report the employment with the new number in the next a-melding.',
    ],
  },
  FREG_DECEASED: { label: 'The National Population Register has the person as deceased.', remedies: [] },

  AA_NOT_REGISTERED: {
    label: 'Aa-registeret knows of no employment of this person in the firm.',
    remedies: [
      'Report the employment on the sub-unit in the next a-melding. We ask Aa-registeret again every night.',
      'Posted workers are reported in the assignment register (RF-1199) instead. Then order the card as posted.',
    ],
  },
  AA_ONLY_IN_MAIN_UNIT: {
    label: 'Reported on the wrong unit: the employment is on the main unit.',
    remedies: ['Move the employment to the sub-unit in the next a-melding.'],
  },
  AA_OTHER_UNIT: {
    label: 'Reported on the wrong unit: the employment is on another sub-unit.',
    remedies: [
      'Move the employment to the sub-unit in the next a-melding.',
      'If it is the order that is on the wrong sub-unit, order again for the right one.',
    ],
  },
  AA_NOT_STARTED: {
    label: 'The employment has not begun yet. The order waits until the first day of work.',
    remedies: ['If the employee begins earlier, correct the start date in the a-melding.'],
  },
  AA_ENDED: {
    label: 'Aa-registeret has the employment as ended.',
    remedies: [
      'If that is wrong, correct the end date in the a-melding.',
      'If the employee is back, report the new employment.',
    ],
  },
  AA_PROPRIETOR: {
    label: 'Owner of the sole proprietorship, and therefore not in Aa-registeret.',
    remedies: [],
  },
  OAR_NOT_REGISTERED: {
    label: 'The assignment has not been reported to the assignment register (RF-1199).',
    remedies: [
      'Report the assignment and the posted worker to the Tax Administration on RF-1199.',
      'If the worker is not posted, order again as employed.',
    ],
  },
  OAR_NOT_STARTED: {
    label: 'The assignment has not begun yet. The order waits until the first day.',
    remedies: ['If the assignment begins earlier, correct the date on RF-1199.'],
  },
  OAR_ENDED: {
    label: 'The assignment register has the assignment as ended.',
    remedies: ['If the assignment goes on, report the new end date on RF-1199.'],
  },

  UDI_NO: {
    label: 'UDI has no right to work in Norway registered for this person.',
    remedies: [
      'The person applies for or renews a residence permit with UDI.',
      'With a valid permit, send UDI’s confirmation in eDialog and apply for an exception.',
    ],
  },
  UDI_UNKNOWN: {
    label: 'UDI cannot tell whether this person may work in Norway.',
    remedies: ['Send UDI’s confirmation or the residence card in eDialog and apply for an exception.'],
  },
  UDI_EXPIRED: {
    label: 'The right to work in Norway has expired at UDI.',
    remedies: ['The person renews the residence permit with UDI.'],
  },
  UDI_EEA_CITIZEN: { label: 'EEA citizens need no work permit.', remedies: [] },

  CLEANING_IN_PROGRESS: {
    label:
      'The Labour Inspection is dealing with the firm’s application for approval for cleaning. The order waits without a deadline.',
    remedies: ['Answer what the Labour Inspection asks in its case.'],
  },
  CLEANING_NOT_APPROVED: {
    label: 'The Labour Inspection has not approved the firm for cleaning.',
    remedies: [
      'The decision can be appealed to the Labour Inspection.',
      'Once the firm is approved, order the cards again.',
    ],
  },
  CLEANING_NOT_LISTED: {
    label: 'The firm is not in the cleaning register.',
    remedies: ['Apply in Altinn for approval as a cleaning firm.'],
  },
  CAR_CARE_IN_PROGRESS: {
    label:
      'The Labour Inspection is dealing with the firm’s application for approval for car care. The order waits without a deadline.',
    remedies: ['Answer what the Labour Inspection asks in its case.'],
  },
  CAR_CARE_NOT_APPROVED: {
    label: 'The Labour Inspection has not approved the firm for car care, wheel change and wheel storage.',
    remedies: [
      'The decision can be appealed to the Labour Inspection.',
      'Once the firm is approved, order the cards again.',
    ],
  },
  CAR_CARE_NOT_LISTED: {
    label: 'The firm is not in the car-care register.',
    remedies: ['Apply in Altinn for approval for car care, wheel change and wheel storage.'],
  },
  STAFFING_NOT_AGENCY: { label: 'The firm does not hire out staff.', remedies: [] },
  STAFFING_NOT_APPROVED: {
    label: 'The firm is not approved as a staffing agency.',
    remedies: ['Apply again for approval with the Labour Inspection. The answer comes at once.'],
  },
  STAFFING_NOT_LISTED: {
    label: 'The firm hires out staff, but is not in the register of staffing agencies.',
    remedies: [
      'Apply with the Labour Inspection for approval as a staffing agency.',
      'If the firm does not hire out, correct its industry code in Enhetsregisteret.',
    ],
  },
  STAFFING_LAPSED: {
    label: 'The approval as a staffing agency has lapsed.',
    remedies: ['Renew the approval with the Labour Inspection. It holds for one year at a time.'],
  },
};
