import Button from '@mui/material/Button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { dayOf } from '../../i18n/format.ts';
import { useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { announce } from '../../shared/announce.ts';
import { ReasonDialog } from '../../shared/ReasonDialog.tsx';
import { FileDialog } from './FileDialog.tsx';
import type { InboundMail } from './inbound-mail.documents.ts';
import { discardInboundMail, fileInboundMail, refuseInboundMail } from './inbound-mail.provider.ts';

type Open = 'file' | 'refuse' | 'discard' | null;

const LANGUAGES = ['nb', 'nn', 'en'] as const;
const REASONS = ['ADVERTISING', 'NOT_FOR_US', 'DUPLICATE', 'NOTHING_TO_DO'] as const;

/** What a person who sorts may do: nothing once it is sorted. */
export function SortActions({ mail }: { mail: InboundMail }) {
  const t = useT();
  const may = useMay();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const { state, personal } = mail.row;
  if (!may('inbound-mail', 'settle') || (state !== 'TO_SORT' && state !== 'AUTOMATIC')) return null;
  return (
    <>
      <Button variant="outlined" color="inherit" onClick={() => setOpen('discard')}>
        {t('inboundMail.discard')}
      </Button>
      <Button variant={personal ? 'contained' : 'outlined'} onClick={() => setOpen('refuse')}>
        {t('inboundMail.refuse')}
      </Button>
      {!personal && may('application', 'register') && (
        <Button component={Link} to={newApplicationAddress(mail)} variant="outlined">
          {t('inboundMail.newApplication')}
        </Button>
      )}
      {!personal && may('decision', 'propose') && (
        <Button component={Link} to={newApprovalAddress(mail)} variant="outlined">
          {t('approvals.form.open')}
        </Button>
      )}
      {!personal && (
        <Button variant="contained" onClick={() => setOpen('file')}>
          {t('inboundMail.file')}
        </Button>
      )}
      {open === 'file' && <Filing mail={mail} onClose={close} />}
      {open === 'refuse' && <Refusing mail={mail} onClose={close} />}
      {open === 'discard' && <Discarding mail={mail} onClose={close} />}
    </>
  );
}

/** The form has what the mail says of itself; the person reads the rest and fills it in. */
function saidBy({ row, text }: InboundMail): URLSearchParams {
  const numbers = new Set(
    text?.match(/(?<!\d)\d{3} ?\d{3} ?\d{3}(?!\d)/g)?.map(one => one.replaceAll(' ', '')),
  );
  const [only = ''] = numbers.size === 1 ? numbers : [];
  return new URLSearchParams({
    orgNumber: only,
    ...{ channel: 'EMAIL', received: dayOf(row.receivedAt) },
    ...{ email: row.sender ?? '', name: row.senderName ?? '' },
  });
}

const newApplicationAddress = (mail: InboundMail) => `/applications/new?${saidBy(mail)}`;
const newApprovalAddress = (mail: InboundMail) => `/applications/new-approval?${saidBy(mail)}`;

interface SortingProps {
  mail: InboundMail;
  onClose: () => void;
}

const seenIn = ({ row }: InboundMail) => ({ id: row.id, expectedVersion: row.version });

function useSort<Input>(sort: (input: Input) => Promise<InboundMail>, onClose: () => void) {
  const t = useT();
  const client = useQueryClient();
  return useMutation({
    mutationFn: sort,
    onSuccess: sorted => {
      announce(t(`inboundMail.state.${sorted.row.state}`));
      onClose();
      void client.invalidateQueries({ queryKey: ['case', sorted.row.caseId] });
      return client.invalidateQueries({ queryKey: ['inbound-mail'] });
    },
  });
}

function Filing({ mail, onClose }: SortingProps) {
  const sort = useSort(fileInboundMail, onClose);
  return (
    <FileDialog
      busy={sort.isPending}
      error={sort.error}
      onClose={onClose}
      onChoose={caseId => sort.mutate({ ...seenIn(mail), caseId })}
    />
  );
}

function Refusing({ mail, onClose }: SortingProps) {
  const t = useT();
  const sort = useSort(refuseInboundMail, onClose);
  const automatic = mail.row.state === 'AUTOMATIC';
  return (
    <ReasonDialog
      open
      title={t('inboundMail.refuse')}
      text={t(automatic ? 'inboundMail.refuseAutomatic' : 'inboundMail.refuseText')}
      reasons={LANGUAGES.map(code => ({ code, label: t(`enums.language.${code}`) }))}
      commentNeededFor={[]}
      confirm={t('inboundMail.refuseConfirm')}
      busy={sort.isPending}
      error={sort.error}
      onClose={onClose}
      onConfirm={language => sort.mutate({ ...seenIn(mail), language })}
    />
  );
}

function Discarding({ mail, onClose }: SortingProps) {
  const t = useT();
  const sort = useSort(discardInboundMail, onClose);
  return (
    <ReasonDialog
      open
      title={t('inboundMail.discard')}
      text={t('inboundMail.discardText')}
      reasons={REASONS.map(code => ({ code, label: t(`inboundMail.discardReason.${code}`) }))}
      commentNeededFor={[]}
      confirm={t('inboundMail.discard')}
      busy={sort.isPending}
      error={sort.error}
      onClose={onClose}
      onConfirm={reason => sort.mutate({ ...seenIn(mail), reason })}
    />
  );
}
