import type { EnumOf } from '../../graphql/graphql.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import type { Setting } from './setting.documents.ts';

type Scheme = EnumOf<'Scheme'>;

/** Values and days of rules in words. */
export function useSettingWords() {
  const t = useT();
  const format = useFormat();
  return {
    /** `20` of a setting in working days: "20 virkedager". */
    value({ kind, unit }: Pick<Setting, 'kind' | 'unit'>, value: string): string {
      if (kind === 'FLAG') return t(value === 'true' ? 'settings.yes' : 'settings.no');
      if (kind === 'LIST') return value.split(',').join(', ');
      if (!unit) return value;
      const hour = value.padStart(2, '0');
      return t(`settings.units.${unit}`, {
        smart_count: Number(value),
        hour,
        amount: value.replace('.', ','),
      });
    },
    scheme: (scheme: Scheme | null) => (scheme ? t(`enums.scheme.${scheme}`) : t('settings.allSchemes')),
    from: (day: string | null) => (day ? format.date(day) : t('settings.always')),
  };
}
