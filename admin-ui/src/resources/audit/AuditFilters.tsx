import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useSearchParams } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { DateField } from '../../shared/DateField.tsx';
import { AUDIT_KINDS, filterOf, isFiltered } from './audit-filter.ts';

/** Changes one name in the address; the list starts at its first page again. */
function useChange() {
  const [params, setParams] = useSearchParams();
  const change = (name: string, values: readonly string[]) => {
    const next = new URLSearchParams(params);
    for (const gone of [name, 'after', 'page']) next.delete(gone);
    for (const value of values) if (value) next.append(name, value);
    setParams(next, { replace: true });
  };
  return { params, change, clear: () => setParams({}) };
}

export function AuditFilters() {
  const t = useT();
  const { params, change, clear } = useChange();
  const kinds = params.getAll('kind');
  const toggle = (kind: string) =>
    change('kind', kinds.includes(kind) ? kinds.filter(k => k !== kind) : [...kinds, kind]);
  return (
    <Box
      component="aside"
      aria-label={t('audit.filter')}
      sx={{ display: 'grid', gap: 2, alignContent: 'start' }}
    >
      <Box role="group" aria-labelledby="audit-kinds">
        <Typography variant="h3" id="audit-kinds">
          {t('audit.kind')}
        </Typography>
        <FormGroup>
          {AUDIT_KINDS.map(kind => (
            <FormControlLabel
              key={kind}
              label={t(`audit.kinds.${kind}`)}
              control={<Checkbox checked={kinds.includes(kind)} onChange={() => toggle(kind)} />}
            />
          ))}
        </FormGroup>
      </Box>
      <FilterText name="case" label={t('audit.case')} />
      <FilterText name="operation" label={t('audit.operation')} />
      <FilterDay name="from" label={t('audit.from')} />
      <FilterDay name="to" label={t('audit.to')} />
      {isFiltered(filterOf(params)) && <Button onClick={clear}>{t('shared.clearFilters')}</Button>}
    </Box>
  );
}

function FilterDay({ name, label }: { name: string; label: string }) {
  const { params, change } = useChange();
  return <DateField label={label} value={params.get(name) ?? ''} onChange={day => change(name, [day])} />;
}

function FilterText({ name, label }: { name: string; label: string }) {
  const { params, change } = useChange();
  const value = params.get(name) ?? '';
  return (
    <TextField
      key={value === '' ? `${name}-empty` : name}
      label={label}
      defaultValue={value}
      onBlur={event => event.target.value !== value && change(name, [event.target.value])}
      onKeyDown={event => {
        if (event.key === 'Enter') change(name, [(event.target as HTMLInputElement).value]);
      }}
    />
  );
}
