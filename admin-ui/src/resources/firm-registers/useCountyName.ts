import { useT } from '../../i18n/index.ts';

const COUNTIES = [
  ...(['03', '11', '15', '18', '21', '31', '32', '33', '34'] as const),
  ...(['39', '40', '42', '46', '50', '55', '56'] as const),
] as const;

/** A county by the first two digits of its municipalities; one that is no more by its number. */
export function useCountyName() {
  const t = useT();
  return (county: string | null) => {
    if (county === null) return t('firmRegisters.noCounty');
    const known = COUNTIES.find(one => one === county);
    return known ? t(`firmRegisters.county.c${known}`) : t('firmRegisters.oldCounty', { number: county });
  };
}
