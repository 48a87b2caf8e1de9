import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Count } from '../../graphql/fragments.ts';
import { useT } from '../../i18n/index.ts';
import { type ListFilter, writeFilter } from './entry-filter.rules.ts';
import type { Chosen } from './useChosen.ts';
import { MOST_WITHDRAWN } from './withdrawal.rules.ts';

interface ChosenBarProps {
  chosen: Chosen;
  filter: ListFilter;
  count: Count;
}

const PATH = '/exception-entries/withdraw';

/** What can be done with the rows that are chosen, or with everything the filter has left. */
export function ChosenBar({ chosen, filter, count }: ChosenBarProps) {
  const t = useT();
  const { ids } = chosen;
  if (ids.length === 0)
    return (
      <Bar>
        <Button
          component={Link}
          to={`${PATH}?${writeFilter(new URLSearchParams(), filter)}`}
          variant="outlined"
          color="inherit"
          size="small"
        >
          {t('withdrawals.withdrawAll')}
        </Button>
        {!(count.exact && count.value <= MOST_WITHDRAWN) && t('withdrawals.most', { n: MOST_WITHDRAWN })}
      </Bar>
    );
  const tooMany = ids.length > MOST_WITHDRAWN;
  return (
    <Bar>
      <Box component="b" role="status" sx={{ fontWeight: 500, color: 'desk.text' }}>
        {t('withdrawals.chosen', { smart_count: ids.length })}
      </Box>
      {tooMany ? (
        t('withdrawals.most', { n: MOST_WITHDRAWN })
      ) : (
        <Button component={Link} to={`${PATH}?ids=${ids.join(',')}`} variant="outlined" size="small">
          {t('withdrawals.withdraw')}
        </Button>
      )}
      <Button size="small" onClick={chosen.clear}>
        {t('withdrawals.clear')}
      </Button>
    </Bar>
  );
}

function Bar({ children }: { children: ReactNode }) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, minHeight: 40, color: 'desk.text2' }}>
      {children}
    </Box>
  );
}
