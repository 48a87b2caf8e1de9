import { useT } from '../../i18n/index.ts';
import { DateField } from '../../shared/DateField.tsx';
import { FilterChoice, FilterPanel, FilterWords } from '../../shared/FilterPanel.tsx';
import { useCodeName } from './application-words.ts';
import { CLEARED, codes, countFilters, type ListFilter, registers, statuses } from './list-filter.rules.ts';

interface ApplicationFiltersProps {
  filter: ListFilter;
  /** Deadlines are of the case, which the issuer does not see. */
  withDue: boolean;
  onChange: (part: Partial<ListFilter>) => void;
}

/** Every filter of the list; all of it is in the address. */
export function ApplicationFilters({ filter, withDue, onChange }: ApplicationFiltersProps) {
  const t = useT();
  const codeName = useCodeName();
  return (
    <FilterPanel
      title={t('applications.filter.title')}
      clearLabel={t('applications.filter.clear')}
      onClear={countFilters(filter) > 0 ? () => onChange(CLEARED) : undefined}
    >
      <FilterWords
        label={t('applications.filter.text')}
        text={filter.text}
        maxLength={100}
        onChange={text => onChange({ text })}
      />
      <FilterChoice
        any={t('applications.filter.any')}
        label={t('applications.filter.register')}
        value={filter.register}
        options={registers.map(value => ({ value, label: t(`applications.register.${value}`) }))}
        onChange={register => onChange({ register })}
      />
      <FilterChoice
        any={t('applications.filter.any')}
        label={t('applications.filter.code')}
        value={filter.code}
        options={codes.map(value => ({ value, label: codeName(value) }))}
        onChange={code => onChange({ code })}
      />
      <FilterChoice
        any={t('applications.filter.any')}
        label={t('applications.filter.status')}
        value={filter.status}
        options={statuses.map(value => ({ value, label: t(`applications.status.${value}`) }))}
        onChange={status => onChange({ status })}
      />
      {withDue && (
        <DateField
          label={t('applications.filter.due')}
          value={filter.due}
          onChange={due => onChange({ due })}
        />
      )}
    </FilterPanel>
  );
}
