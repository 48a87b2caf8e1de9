/** The exceptions in English. */
import type { ExceptionWordings } from './exception-wording.ts';

export const exceptionTextsEn: ExceptionWordings = {
  none: 'No exception fits.',
  who: {
    AA_ENK_SPOUSE: 'Spouse of the owner of a sole proprietorship',
    AA_DA_ANS_PARTNER: 'Partner in a DA or ANS',
    AA_AS_OWNER_UNPAID: 'Owner of a limited company who draws no salary from it',
    AA_BOARD_CHAIR: 'Chair or other role holder who is not employed',
    AA_CEO_NO_EMPLOYEES: 'Manager of a firm without employees',
    AA_NAV_VTA: 'Person in permanently adapted work through NAV',
    UDI_CONFIRMED: 'Person with UDI’s confirmation that the right to work is valid',
    UDI_EEA_FAMILY: 'Spouse of an EEA citizen, with a residence card',
    VAT_KF_1510: 'Municipal undertaking in sector 1510',
    VAT_UNDER_50K_NEW: 'Firm younger than six months with turnover below the threshold',
    VAT_UNDER_50K_OTHER: 'Older firm with turnover below the threshold',
    VAT_SVALBARD: 'Firm on Svalbard',
    VAT_NOT_LIABLE: 'Other firm that is not liable to VAT',
    STAFFING_FOREIGN: 'Foreign firm without a Norwegian address whose purpose is not hiring out',
  },
  ruledOut: {
    NOT_SOLE_PROPRIETOR: 'The firm is not a sole proprietorship.',
    NOT_PARTNERSHIP: 'The firm is not a DA or ANS.',
    NOT_LIMITED_COMPANY: 'The firm is not a limited company.',
    NO_PARTNER_ROLE: 'The person is no partner according to Enhetsregisteret.',
    NO_BOARD_ROLE: 'The person is not the chair and holds no other role according to Enhetsregisteret.',
    NOT_MANAGER: 'The person is not the manager according to Enhetsregisteret.',
    HAS_EMPLOYEES: 'The firm has employees.',
    NOT_SECTOR_1510: 'The firm is not in sector 1510.',
    SIX_MONTHS_OR_OLDER: 'The firm is too old to count as new.',
    YOUNGER_THAN_SIX_MONTHS: 'The firm still counts as new.',
    NOT_ON_SVALBARD: 'The firm is not on Svalbard.',
    NOT_FOREIGN: 'The firm is not foreign.',
  },
};
