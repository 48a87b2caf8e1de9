import { useT } from '../../i18n/index.ts';
import { DateField } from '../../shared/DateField.tsx';
import { FilterChoice, FilterPanel, FilterWords } from '../../shared/FilterPanel.tsx';
import { countFilters, type ListFilter, registers, schemes, statuses, waits } from './order-filter.rules.ts';

interface OrderFiltersProps {
  filter: ListFilter;
  onChange: (part: Partial<ListFilter>) => void;
}

const CLEARED = { waiting: '', register: '', scheme: '', status: '', firm: '', due: '' };

/** Every filter of the list; all of it is in the address. */
export function OrderFilters({ filter, onChange }: OrderFiltersProps) {
  const t = useT();
  const known = countFilters(filter);
  const shownWaits = waits.filter(wait => filter.all || wait !== 'PRODUCTION');
  return (
    <FilterPanel
      title={t('orders.filter.title')}
      clearLabel={t('orders.filter.clear')}
      onClear={known > 0 ? () => onChange(CLEARED) : undefined}
    >
      <FilterChoice
        any={t('orders.filter.any')}
        label={t('orders.filter.waiting')}
        value={filter.waiting}
        options={shownWaits.map(value => ({ value, label: t(`orders.waiting.${value}`) }))}
        onChange={waiting => onChange({ waiting })}
      />
      <FilterChoice
        any={t('orders.filter.any')}
        label={t('orders.filter.register')}
        value={filter.register}
        options={registers.map(value => ({ value, label: t(`orders.register.${value}`) }))}
        onChange={register => onChange({ register })}
      />
      <FilterChoice
        any={t('orders.filter.any')}
        label={t('orders.filter.scheme')}
        value={filter.scheme}
        options={schemes.map(value => ({ value, label: t(`enums.scheme.${value}`) }))}
        onChange={scheme => onChange({ scheme })}
      />
      {filter.all && (
        <FilterChoice
          any={t('orders.filter.any')}
          label={t('orders.filter.status')}
          value={filter.status}
          options={statuses.map(value => ({ value, label: t(`enums.orderStatus.${value}`) }))}
          onChange={status => onChange({ status })}
        />
      )}
      <FilterWords
        label={t('orders.filter.firm')}
        text={filter.firm}
        numeric
        maxLength={20}
        onChange={firm => onChange({ firm })}
      />
      <DateField label={t('orders.filter.due')} value={filter.due} onChange={due => onChange({ due })} />
    </FilterPanel>
  );
}
