import Button from '@mui/material/Button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { type Translate, useFormat, useT } from '../../i18n/index.ts';
import { ReasonDialog } from '../../shared/ReasonDialog.tsx';
import { RowLink } from '../../shared/RowLink.tsx';
import { StatusChip } from '../../shared/StatusChip.tsx';
import type { FirmDetail } from './firm.documents.ts';
import { revokeDelegation } from './firm.provider.ts';
import { Lines } from './Lines.tsx';

type Delegation = FirmDetail['delegations'][number];
const SHAPE = { COMING: 'waits', HOLDS: 'approved', ENDED: 'notApplicable', REVOKED: 'rejected' } as const;
const REASONS = ['ROLE_HOLDER_ASKED', 'LEFT_FIRM', 'MISUSE', 'ERROR'] as const;

/** Who has been given the right to order; on the main unit it covers the sub-units. */
export function Delegations({ firm }: { firm: FirmDetail }) {
  const t = useT();
  const format = useFormat();
  const [open, setOpen] = useState<Delegation | null>(null);
  const mainId = firm.mainUnit?.id ?? firm.id;
  return (
    <>
      <Lines
        title={t('firms.delegations')}
        empty={t('firms.noDelegations')}
        rows={firm.delegations.map(one => ({
          key: one.id,
          what: one.personId ? (
            <RowLink to={`/persons/${one.personId}`}>{one.personName}</RowLink>
          ) : (
            one.personName
          ),
          note: noteOf(one, { t, mainId, date: format.date }),
          chip: <StatusChip shape={SHAPE[one.state]}>{t(`firms.delegation.${one.state}`)}</StatusChip>,
          action: one.revocable && (
            <Button size="small" onClick={() => setOpen(one)}>
              {t('firms.revoke')}
            </Button>
          ),
        }))}
      />
      {open && <RevokeDialog delegation={open} orgNumber={firm.orgNumber} onClose={() => setOpen(null)} />}
    </>
  );
}

interface NoteParts {
  t: Translate;
  mainId: string;
  date: (day: string) => string;
}

function noteOf({ unit, fromOn, toOn, grantedByName }: Delegation, { t, mainId, date }: NoteParts): string {
  const from = date(fromOn);
  return [
    toOn ? t('firms.fromTo', { from, to: date(toOn) }) : t('firms.fromOn', { from }),
    unit.id === mainId ? t('firms.coversAll') : t('firms.coversOne', { unit: unit.name }),
    grantedByName && t('firms.grantedBy', { who: grantedByName }),
  ]
    .filter(Boolean)
    .join(', ');
}

interface RevokeDialogProps {
  delegation: Delegation;
  orgNumber: string;
  onClose: () => void;
}

function RevokeDialog({ delegation: { id, version, personName }, orgNumber, onClose }: RevokeDialogProps) {
  const t = useT();
  const notify = useNotify();
  const client = useQueryClient();
  const revoke = useMutation({
    mutationFn: revokeDelegation,
    onSuccess: async () => {
      notify(t('firms.revoked'), { type: 'success' });
      onClose();
      await client.invalidateQueries({ queryKey: ['firm', orgNumber] });
    },
  });
  return (
    <ReasonDialog
      open
      title={t('firms.revokeTitle', { who: personName ?? '' })}
      text={t('firms.revokeText')}
      reasons={REASONS.map(code => ({ code, label: t(`firms.revokeReason.${code}`) }))}
      confirm={t('firms.revoke')}
      commentNeededFor={['MISUSE']}
      busy={revoke.isPending}
      error={revoke.error}
      onClose={onClose}
      onConfirm={(reason, comment) => revoke.mutate({ id, expectedVersion: version, reason, comment })}
    />
  );
}
