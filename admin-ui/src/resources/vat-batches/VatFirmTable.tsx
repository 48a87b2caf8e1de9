import Box from '@mui/material/Box';
import { useFormat, useT } from '../../i18n/index.ts';
import { vatBatches } from '../../i18n/vat-batches.messages.ts';
import { type Column, DeskTable } from '../../shared/DeskTable.tsx';
import { RowLink } from '../../shared/RowLink.tsx';
import type { VatFirm } from './vat-batch.documents.ts';

interface VatFirmTableProps {
  label: string;
  firms: readonly VatFirm[];
  /** Within its batch a firm has a line. */
  inBatch?: boolean;
}

/** Firms whose orderers declared them not liable to VAT, and who did so first. */
export function VatFirmTable({ label, firms, inBatch = false }: VatFirmTableProps) {
  const columns = useColumns();
  return (
    <DeskTable
      label={label}
      columns={inBatch ? columns : columns.slice(1)}
      rows={firms}
      rowKey={firm => firm.orgNumber}
    />
  );
}

export function FirmLead({ firm: { orgNumber, name } }: { firm: { orgNumber: string; name: string } }) {
  return (
    <Box component="span" title={name}>
      <RowLink to={`/firms/${orgNumber}`}>{name}</RowLink>
    </Box>
  );
}

function useColumns(): Column<VatFirm>[] {
  const t = useT();
  const format = useFormat();
  return [
    { key: 'line', label: t('vatBatches.column.line'), width: 64, render: firm => firm.line },
    { key: 'firm', label: t('vatBatches.column.firm'), render: firm => <FirmLead firm={firm} /> },
    {
      key: 'number',
      label: t('vatBatches.column.orgNumber'),
      width: 120,
      render: firm => format.orgNumber(firm.orgNumber),
    },
    {
      key: 'first',
      label: t('vatBatches.column.first'),
      width: 170,
      render: firm => format.dateTime(firm.firstDeclaredAt),
    },
    {
      key: 'times',
      label: t('vatBatches.column.times'),
      width: 90,
      align: 'right',
      render: firm => format.number(firm.declarations),
    },
    {
      key: 'who',
      label: t('vatBatches.column.declarer'),
      width: '24%',
      render: firm => <Declarer firm={firm} />,
    },
  ];
}

type Role = keyof typeof vatBatches.nb.role;
const isRole = (code: string): code is Role => code in vatBatches.nb.role;

/** Her name and role; nobody's when the order is gone or she is protected from the reader. */
function Declarer({ firm: { declarerName, declarerRole } }: { firm: VatFirm }) {
  const t = useT();
  const role = declarerRole && isRole(declarerRole) ? t(`vatBatches.role.${declarerRole}`) : declarerRole;
  const text = [declarerName ?? t('vatBatches.notShown'), role].filter(Boolean).join(', ');
  return (
    <Box component="span" title={text}>
      {text}
    </Box>
  );
}
