import Button from '@mui/material/Button';
import { useFormat, useT } from '../../i18n/index.ts';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { Kbd } from '../../shared/Kbd.tsx';
import type { Queue } from '../../shared/queues.ts';
import { useTakeNext } from '../../shared/useTakeNext.ts';
import { countFilters, noFilter } from './list-filter.rules.ts';
import { type CaseListFilter, useFacets } from './useCaseList.ts';
import { countOfView } from './views.rules.ts';

/** Why nothing is shown, and what to do now. */
export function EmptyQueue({ queue, list }: { queue: Queue; list: CaseListFilter }) {
  const t = useT();
  const format = useFormat();
  const { takeNext, allowed } = useTakeNext(queue);
  const open = countOfView('open', useFacets(noFilter, queue));
  const filtered = countFilters(list.filter) > 0;
  const some = open !== null && open.value > 0;
  const text = some ? t('cases.empty.text', { n: format.count(open) }) : t('cases.empty.queueText');
  return (
    <EmptyState
      title={t(filtered ? 'cases.empty.title' : 'cases.empty.queueTitle')}
      text={text}
      actions={
        <>
          {filtered && (
            <Button variant="outlined" onClick={list.clear}>
              {t('shared.clearFilters')}
            </Button>
          )}
          {some && allowed && (
            <Button onClick={takeNext}>
              {t('shared.takeNext')} <Kbd>T</Kbd>
            </Button>
          )}
        </>
      }
    />
  );
}
