import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { DownloadIcon } from '@navikt/aksel-icons';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat, useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { type Column, DeskTable } from '../../shared/DeskTable.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { RowLink } from '../../shared/RowLink.tsx';
import { useSecondsLeft } from '../../shared/useSecondsLeft.ts';
import { CancelLetterDialog } from './CancelLetterDialog.tsx';
import { LetterStatusChip } from './LetterStatusChip.tsx';
import type { Letter } from './letter.documents.ts';
import { saveLetter } from './letter.provider.ts';
import { ResendLetterDialog } from './ResendLetterDialog.tsx';
import { ReturnedLetterDialog } from './ReturnedLetterDialog.tsx';

interface LetterTableProps {
  label: string;
  letters: readonly Letter[];
  /** The page is of their batch already. */
  inBatch?: boolean;
}

/** Letters with how far they have come; what has not left can be stopped. */
export function LetterTable({ label, letters, inBatch = false }: LetterTableProps) {
  const [doing, setDoing] = useState<{ what: Verb; letter: Letter } | null>(null);
  const save = useMutation({ mutationFn: saveLetter });
  const columns = useColumns({
    inBatch,
    onDo: (what, letter) => setDoing({ what, letter }),
    onSave: save.mutate,
  });
  const Dialog = doing && dialogs[doing.what];
  return (
    <>
      {save.error && <ErrorPanel error={save.error} />}
      <DeskTable label={label} columns={columns} rows={letters} rowKey={letter => letter.id} />
      {Dialog && doing && <Dialog letter={doing.letter} onClose={() => setDoing(null)} />}
    </>
  );
}

const dialogs = { stop: CancelLetterDialog, back: ReturnedLetterDialog, again: ResendLetterDialog };
type Verb = keyof typeof dialogs;

/** What can be done with one now, as the server says. */
function verbsOf({ canCancel, canRecordReturned, canResend }: Letter, inBatch: boolean): Verb[] {
  return [
    ...(canCancel && !inBatch ? (['stop'] as const) : []),
    ...(canRecordReturned ? (['back'] as const) : []),
    ...(canResend ? (['again'] as const) : []),
  ];
}

interface Doing {
  inBatch: boolean;
  onDo: (what: Verb, letter: Letter) => void;
  onSave: (letter: Letter) => void;
}

function useColumns(doing: Doing): Column<Letter>[] {
  const t = useT();
  const may = useMay();
  const actions: Column<Letter> = {
    ...{ key: 'actions', label: t('letters.column.actions'), width: 190, align: 'right' },
    render: letter => <Actions letter={letter} doing={doing} />,
  };
  return [
    {
      ...{ key: 'case', label: t('letters.column.case'), width: 130 },
      render: ({ caseId, caseNumber }) => <RowLink to={`/cases/${caseId}`}>{caseNumber}</RowLink>,
    },
    {
      ...{ key: 'kind', label: t('letters.column.kind') },
      render: ({ kind }) => t(`letters.kind.${kind}`),
    },
    {
      ...{ key: 'recipient', label: t('letters.column.recipient') },
      render: ({ recipientName }) => recipientName,
    },
    {
      ...{ key: 'channel', label: t('letters.column.channel'), width: 130 },
      render: ({ channel }) => t(`letters.channel.${channel}`),
    },
    {
      ...{ key: 'status', label: t('letters.column.status'), width: 150 },
      render: ({ status }) => <LetterStatusChip status={status} />,
    },
    {
      ...{ key: 'when', label: t('letters.column.when'), width: 220 },
      render: letter => (letter.status === 'QUEUED' ? <Leaves letter={letter} /> : <When letter={letter} />),
    },
    ...(may('letter', 'open') ? [actions] : []),
  ];
}

/** Counts down by itself: until then it certainly does not leave. */
function Leaves({ letter }: { letter: Letter }) {
  const t = useT();
  const format = useFormat();
  const left = useSecondsLeft(letter);
  const time = format.clock(left);
  if (left === 0) return t('letters.leavesNow');
  return t(letter.attempts > 0 ? 'letters.triedAgainIn' : 'letters.leavesIn', { time });
}

function When({
  letter: { deliveredOn, returnedOn, returnReason, resent, sentAt, batchId, batchNumber },
}: {
  letter: Letter;
}) {
  const t = useT();
  const format = useFormat();
  if (returnedOn && returnReason) {
    const why = resent ? t('letters.sentAgain') : t(`letters.returnReason.${returnReason}`);
    return `${format.shortDate(returnedOn)}, ${why.toLowerCase()}`;
  }
  if (deliveredOn) return format.date(deliveredOn);
  if (sentAt) return format.dateTime(sentAt);
  return batchId ? <RowLink to={`/letters/batches/${batchId}`}>{batchNumber}</RowLink> : '–';
}

function Actions({ letter, doing: { inBatch, onDo, onSave } }: { letter: Letter; doing: Doing }) {
  const t = useT();
  const to = { number: letter.caseNumber, name: letter.recipientName };
  return (
    <Box sx={{ display: 'flex', justifyContent: 'flex-end', alignItems: 'center', gap: 0.5 }}>
      {verbsOf(letter, inBatch).map(verb => (
        <Button
          key={verb}
          size="small"
          aria-label={t(`letters.${verb}One`, to)}
          onClick={() => onDo(verb, letter)}
        >
          {t(`letters.${verb}`)}
        </Button>
      ))}
      <IconButton size="small" aria-label={t('letters.downloadOne', to)} onClick={() => onSave(letter)}>
        <DownloadIcon aria-hidden fontSize="1.25rem" />
      </IconButton>
    </Box>
  );
}
