import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import { ChevronLeftIcon, ChevronRightIcon } from '@navikt/aksel-icons';
import type { Count, PageInfo } from '../graphql/fragments.ts';
import { useFormat, useT } from '../i18n/index.ts';
import type { KeysetPage } from './useKeysetPage.ts';

const SIZES = [16, 25, 50, 100];

interface PagerProps {
  page: KeysetPage;
  pageInfo: PageInfo;
  rows: number;
  count: Count | null;
  /** Asks for the exact count; it is slow, so only on request. */
  onCountExactly?: () => void;
}

/** Foot of a list that is read by cursor: where we are, how many, previous and next. */
export function Pager({ page, pageInfo, rows, count, onCountExactly }: PagerProps) {
  const t = useT();
  const format = useFormat();
  const from = page.index * page.first + 1;
  const to = page.index * page.first + rows;
  const range = { from: format.number(from), to: format.number(to) };
  return (
    <Box
      component="nav"
      sx={{ display: 'flex', alignItems: 'center', gap: 1, px: 1.5, py: 0.75, color: 'desk.text2' }}
    >
      <Box component="span" role="status" sx={{ fontVariantNumeric: 'tabular-nums' }}>
        {count ? t('shared.rangeOf', { ...range, total: format.count(count) }) : t('shared.range', range)}
      </Box>
      {count && !count.exact && onCountExactly && (
        <Button size="small" onClick={onCountExactly} sx={{ textDecoration: 'underline' }}>
          {t('shared.countExactly')}
        </Button>
      )}
      <Select
        variant="standard"
        disableUnderline
        value={page.first}
        onChange={event => page.resize(Number(event.target.value))}
        inputProps={{ 'aria-label': t('shared.rowsPerPage', { n: page.first }) }}
        sx={{ ml: 'auto', mr: 2, fontSize: '0.875rem' }}
      >
        {[...new Set([...SIZES, page.first])].map(size => (
          <MenuItem key={size} value={size}>
            {t('shared.rowsPerPage', { n: size })}
          </MenuItem>
        ))}
      </Select>
      <Button onClick={page.previous} disabled={page.index === 0} startIcon={<ChevronLeftIcon aria-hidden />}>
        {t('shared.previous')}
      </Button>
      <Button
        onClick={() => pageInfo.endCursor && page.next(pageInfo.endCursor)}
        disabled={!pageInfo.hasNextPage}
        endIcon={<ChevronRightIcon aria-hidden />}
      >
        {t('shared.next')}
      </Button>
    </Box>
  );
}
