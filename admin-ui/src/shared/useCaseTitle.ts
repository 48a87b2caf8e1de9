import type { CaseRow } from '../graphql/fragments.ts';
import { useT } from '../i18n/index.ts';

type Titled = Pick<CaseRow, 'kind'> & { readonly title: string | null };

/** What a case is about in a few words: an application by its exception or the kind of approval, which stands there as a code; else its title, or its kind. */
export function useCaseTitle(): (row: Titled) => string {
  const t = useT();
  return ({ kind, title }) => {
    if ((kind === 'EXCEPTION' || kind === 'APPROVAL') && title && isCode(title))
      return t(`entries.code.${title}`);
    return title ?? t(`enums.caseKind.${kind}`);
  };
}

const CODES = [
  ...(['AA_ENK_SPOUSE', 'AA_DA_ANS_PARTNER', 'AA_AS_OWNER_UNPAID', 'AA_BOARD_CHAIR'] as const),
  ...(['AA_CEO_NO_EMPLOYEES', 'AA_NAV_VTA', 'UDI_CONFIRMED', 'UDI_EEA_FAMILY', 'VAT_KF_1510'] as const),
  ...(['VAT_UNDER_50K_NEW', 'VAT_UNDER_50K_OTHER', 'VAT_SVALBARD', 'VAT_NOT_LIABLE'] as const),
  ...(['STAFFING_FOREIGN', 'CLEANING_FIRM', 'CAR_CARE_FIRM', 'STAFFING_AGENCY'] as const),
] as const;
const isCode = (text: string): text is (typeof CODES)[number] => CODES.some(code => code === text);
