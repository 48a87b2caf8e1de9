import { useFormat, useT } from '../../i18n/index.ts';
import { FilterChoice, FilterPanel } from '../../shared/FilterPanel.tsx';
import { TextFilter } from '../cases/TextFilter.tsx';
import type { ApprovedFirm } from './firm-register.documents.ts';
import {
  type Counted,
  countiesIn,
  isFiltered,
  type ListFilter,
  NO_FILTER,
  ofCounty,
  ofStatus,
  statusesOf,
} from './register-filter.rules.ts';
import { useCountyName } from './useCountyName.ts';

interface RegisterFiltersProps {
  register: ApprovedFirm['register'];
  filter: ListFilter;
  overview: readonly Counted[];
  onChange: (part: Partial<ListFilter>) => void;
}

/** Every filter of the list, with how many each value would leave. */
export function RegisterFilters({ register, filter, overview, onChange }: RegisterFiltersProps) {
  const t = useT();
  const format = useFormat();
  const countyName = useCountyName();
  const counted = (label: string, firms: number) => `${label} (${format.number(firms)})`;
  const counties = countiesIn(overview).filter(county => county !== null);
  return (
    <FilterPanel
      title={t('entries.filter.title')}
      onClear={isFiltered(filter) ? () => onChange(NO_FILTER) : undefined}
      clearLabel={t('entries.filter.clear')}
    >
      <TextFilter
        text={filter.text}
        onChange={text => onChange({ text })}
        label={t('firmRegisters.text')}
        placeholder={t('firmRegisters.textPlaceholder')}
      />
      <FilterChoice
        any={t('entries.filter.any')}
        label={t('firmRegisters.column.status')}
        value={filter.status}
        options={statusesOf(register).map(value => ({
          value,
          label: counted(t(`firms.approval.${value}`), ofStatus(overview, value, filter.county)),
        }))}
        onChange={status => onChange({ status })}
      />
      <FilterChoice
        any={t('entries.filter.any')}
        label={t('firmRegisters.column.county')}
        value={filter.county}
        options={counties.map(value => ({
          value,
          label: counted(countyName(value), ofCounty(overview, value, filter.status)),
        }))}
        onChange={county => onChange({ county })}
      />
    </FilterPanel>
  );
}
