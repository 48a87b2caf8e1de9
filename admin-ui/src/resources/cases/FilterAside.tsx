import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { XMarkIcon } from '@navikt/aksel-icons';
import { useT } from '../../i18n/index.ts';
import { DateField } from '../../shared/DateField.tsx';
import type { Queue } from '../../shared/queues.ts';
import { FacetGroup, type FacetOption } from './FacetGroup.tsx';
import {
  attempts,
  countFilters,
  dues,
  type ListFilter,
  owners,
  schemes,
  statuses,
  toggled,
} from './list-filter.rules.ts';
import { TextFilter } from './TextFilter.tsx';
import { type CaseListFilter, useFacets } from './useCaseList.ts';
import { facetCount } from './views.rules.ts';

interface FilterAsideProps {
  queue: Queue;
  list: CaseListFilter;
}

const dueFacet = { overdue: 'OVERDUE', today: 'TODAY', week: 'THIS_WEEK', later: 'LATER' };

/** Every filter of a queue with how many cases each value would leave. All of it is in the address. */
export function FilterAside({ queue, list }: FilterAsideProps) {
  const t = useT();
  const { filter, setFilter } = list;
  const facets = useFacets(filter, queue);
  const change = (part: Partial<ListFilter>) => setFilter({ ...filter, ...part });
  const known = countFilters(filter);
  return (
    <Box
      component="aside"
      aria-label={t('cases.filter.title')}
      sx={{ display: 'grid', gap: 2, alignContent: 'start' }}
    >
      <TextFilter text={filter.text} onChange={text => change({ text })} />
      <FacetGroup
        label={t('cases.filter.status')}
        options={statuses
          .filter(status => queue === 'IMAGE_REVIEW' || status !== 'AWAITING_UPLOAD')
          .filter(status => queue === 'EXCEPTION' || status !== 'FOR_APPROVAL')
          .map(status => ({
            value: status,
            label: t(`enums.caseStatus.${status}`),
            checked: filter.status.includes(status),
            count: facetCount(facets, 'status', status),
          }))}
        onToggle={status => change({ status: toggled(filter.status, status) })}
      />
      <FacetGroup
        label={t('cases.filter.owner')}
        options={owners.map(owner => ({
          value: owner,
          label: t(`enums.owner.${owner}`),
          checked: filter.owner.includes(owner),
          count: facetCount(facets, 'owner', owner),
        }))}
        onToggle={owner => change({ owner: toggled(filter.owner, owner) })}
      />
      <FacetGroup
        label={t('cases.filter.due')}
        options={dues.map(due => ({
          value: due,
          label: t(`cases.filter.dues.${due}`),
          checked: filter.due === due,
          count: facetCount(facets, 'due', dueFacet[due]),
        }))}
        onToggle={due => change({ due: filter.due === due ? null : due, dueFrom: null, dueTo: null })}
      />
      <DueDays filter={filter} onChange={change} />
      {queue === 'IMAGE_REVIEW' && <ImageFacets filter={filter} facets={facets} onChange={change} />}
      {known > 0 && (
        <Button
          onClick={list.clear}
          startIcon={<XMarkIcon aria-hidden />}
          sx={{ justifySelf: 'start', px: 0.5 }}
        >
          {t('cases.filter.clear', { smart_count: known })}
        </Button>
      )}
    </Box>
  );
}

interface PartProps {
  filter: ListFilter;
  onChange: (part: Partial<ListFilter>) => void;
}

function ImageFacets({ filter, facets, onChange }: PartProps & { facets: ReturnType<typeof useFacets> }) {
  const t = useT();
  const schemeOptions: FacetOption<(typeof schemes)[number]>[] = schemes.map(scheme => ({
    value: scheme,
    label: t(`enums.scheme.${scheme}`),
    checked: filter.scheme.includes(scheme),
    count: facetCount(facets, 'scheme', scheme),
  }));
  return (
    <>
      <FacetGroup
        label={t('cases.filter.scheme')}
        options={schemeOptions}
        onToggle={scheme => onChange({ scheme: toggled(filter.scheme, scheme) })}
      />
      <FacetGroup
        label={t('cases.filter.attempt')}
        options={attempts.map(attempt => ({
          value: String(attempt),
          label: t('cases.filter.attemptFrom', { n: attempt }),
          checked: filter.attempt === attempt,
          count: facetCount(facets, 'attempt', String(attempt)),
        }))}
        onToggle={value => onChange({ attempt: filter.attempt === Number(value) ? null : Number(value) })}
      />
    </>
  );
}

/** Two days of one's own instead of the four ranges above. */
function DueDays({ filter, onChange }: PartProps) {
  const t = useT();
  const field = (name: 'dueFrom' | 'dueTo', label: string) => (
    <DateField
      label={label}
      value={filter[name] ?? ''}
      onChange={day => onChange({ [name]: day || null, due: null })}
    />
  );
  return (
    <Box sx={{ display: 'grid', gap: 1, mt: -1 }}>
      {field('dueFrom', t('cases.filter.from'))}
      {field('dueTo', t('cases.filter.to'))}
    </Box>
  );
}
