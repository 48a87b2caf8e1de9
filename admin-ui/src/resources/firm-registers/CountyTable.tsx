import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useFormat, useT } from '../../i18n/index.ts';
import type { ApprovedFirm } from './firm-register.documents.ts';
import {
  type Counted,
  cell,
  countiesIn,
  type ListFilter,
  ofCounty,
  ofStatus,
  statusesOf,
} from './register-filter.rules.ts';
import { useCountyName } from './useCountyName.ts';

interface CountyTableProps {
  register: ApprovedFirm['register'];
  overview: readonly Counted[];
  onChoose: (part: Partial<ListFilter> & { view?: string }) => void;
}

/** Firms by county and status; a number leads to the firms behind it. */
export function CountyTable({ register, overview, onChoose }: CountyTableProps) {
  const t = useT();
  const format = useFormat();
  const countyName = useCountyName();
  const statuses = statusesOf(register);
  return (
    <Table
      aria-label={t('firmRegisters.byCounty')}
      sx={{
        '& td, & th': { px: 1 },
        '& td, & thead th:not(:first-of-type)': { textAlign: 'right' },
        '& thead th': { whiteSpace: 'normal', verticalAlign: 'bottom', lineHeight: 1.3, py: 0.75 },
        '& tbody th': { whiteSpace: 'nowrap' },
      }}
    >
      <TableHead>
        <TableRow>
          <TableCell component="th" scope="col">
            {t('firmRegisters.column.county')}
          </TableCell>
          {statuses.map(status => (
            <TableCell key={status} component="th" scope="col">
              {t(`firms.approval.${status}`)}
            </TableCell>
          ))}
          <TableCell component="th" scope="col">
            {t('firmRegisters.all')}
          </TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {countiesIn(overview).map(county => (
          <TableRow key={county ?? ''}>
            <TableCell component="th" scope="row" sx={{ fontWeight: 400 }}>
              {countyName(county)}
            </TableCell>
            {statuses.map(status => (
              <TableCell key={status} sx={{ fontVariantNumeric: 'tabular-nums' }}>
                <Cell
                  firms={cell(overview, county, status)}
                  {...(county && {
                    label: `${countyName(county)}, ${t(`firms.approval.${status}`)}`,
                    onChoose: () => onChoose({ county, status, view: '' }),
                  })}
                />
              </TableCell>
            ))}
            <TableCell sx={{ fontVariantNumeric: 'tabular-nums', fontWeight: 500 }}>
              {format.number(ofCounty(overview, county, ''))}
            </TableCell>
          </TableRow>
        ))}
        <TableRow sx={{ '& > *': { fontWeight: 500 } }}>
          <TableCell component="th" scope="row">
            {t('firmRegisters.all')}
          </TableCell>
          {statuses.map(status => (
            <TableCell key={status}>{format.number(ofStatus(overview, status, ''))}</TableCell>
          ))}
          <TableCell>{format.number(overview.reduce((all, { firms }) => all + firms, 0))}</TableCell>
        </TableRow>
      </TableBody>
    </Table>
  );
}

interface CellProps {
  firms: number;
  label?: string;
  onChoose?: () => void;
}

function Cell({ firms, label, onChoose }: CellProps) {
  const format = useFormat();
  if (firms === 0) return '–';
  if (!onChoose) return format.number(firms);
  return (
    <Link
      component="button"
      type="button"
      aria-label={`${label}: ${format.number(firms)}`}
      onClick={onChoose}
    >
      {format.number(firms)}
    </Link>
  );
}
