import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import {
  DocPencilIcon,
  EnvelopeOpenIcon,
  EyeIcon,
  FileTextIcon,
  ImageIcon,
  KeyVerticalIcon,
  MagnifyingGlassIcon,
  PencilIcon,
  PersonIcon,
  ShieldLockIcon,
  TasklistIcon,
  XMarkOctagonIcon,
} from '@navikt/aksel-icons';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { type Column, DeskTable } from '../../shared/DeskTable.tsx';
import { Initials } from '../../shared/OwnerAvatar.tsx';
import { RowLink } from '../../shared/RowLink.tsx';
import type { AuditRow } from './audit.documents.ts';
import { type Did, didOf } from './lookup.rules.ts';
import { useLookupWords } from './lookup-words.ts';

const ICONS: Record<Did, typeof EyeIcon> = {
  CASE: FileTextIcon,
  LIST: TasklistIcon,
  NAME_SEARCH: MagnifyingGlassIcon,
  NUMBER_SEARCH: MagnifyingGlassIcon,
  NUMBER_SHOWN: EyeIcon,
  IMAGE: ImageIcon,
  LETTER: EnvelopeOpenIcon,
  LOG: ShieldLockIcon,
  ANSWER: DocPencilIcon,
  REFUSED: XMarkOctagonIcon,
  CHANGE: PencilIcon,
  SIGN_IN: KeyVerticalIcon,
  OTHER: PersonIcon,
};

interface LookupTableProps {
  label: string;
  rows: readonly AuditRow[];
  /** Where one row is opened; without it the time is text. */
  linkTo?: (id: string) => string;
}

/** Who did what with whose data, in plain words, one row each. */
export function LookupTable({ label, rows, linkTo }: LookupTableProps) {
  const columns = useColumns(linkTo);
  return <DeskTable label={label} columns={columns} rows={rows} rowKey={row => row.id} />;
}

function useColumns(linkTo: LookupTableProps['linkTo']): Column<AuditRow>[] {
  const t = useT();
  const format = useFormat();
  const words = useLookupWords();
  return [
    {
      key: 'at',
      label: t('audit.at'),
      width: 185,
      render: row => {
        const at = format.dateTime(row.at);
        return linkTo ? <RowLink to={linkTo(row.id)}>{at}</RowLink> : at;
      },
    },
    { key: 'who', label: t('audit.who'), width: '20%', render: row => <Who row={row} /> },
    {
      key: 'did',
      label: t('audit.operation'),
      width: '21%',
      render: row => <WithIcon Icon={ICONS[didOf(row)]}>{words.did(row)}</WithIcon>,
    },
    { key: 'what', label: t('accessLog.what'), render: words.what },
    { key: 'case', label: t('audit.case'), width: 115, render: row => <CaseLink row={row} /> },
    { key: 'why', label: t('accessLog.why'), width: '15%', render: words.why },
  ];
}

function Who({ row }: { row: AuditRow }) {
  const t = useT();
  if (!row.actor) return t('audit.system');
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75 }}>
      <Initials initials={row.actor.initials} />
      {row.actor.name}
    </Box>
  );
}

function CaseLink({ row }: { row: AuditRow }) {
  // A case that is withheld from the reader, or erased, has no number for him.
  if (!row.caseId || !row.caseNumber) return '–';
  return (
    <Link component={RouterLink} to={`/cases/${row.caseId}`} underline="hover">
      {row.caseNumber}
    </Link>
  );
}

function WithIcon({ Icon, children }: { Icon: typeof EyeIcon; children: ReactNode }) {
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75, '& svg': { color: 'desk.text2' } }}
    >
      <Icon aria-hidden fontSize="1rem" />
      {children}
    </Box>
  );
}
