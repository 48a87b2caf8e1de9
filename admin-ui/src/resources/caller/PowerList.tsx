import Button from '@mui/material/Button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../../graphql/client.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { StatusChip } from '../../shared/StatusChip.tsx';
import { Lines } from '../firms/Lines.tsx';
import { type Power, withdrawPowerMutation } from './caller.documents.ts';
import { PowerDialog } from './PowerDialog.tsx';
import { usePowers } from './useCalls.ts';

/** Written powers of attorney a person has given, with scope and period. */
export function PowerList({ personId }: { personId: string }) {
  const t = useT();
  const format = useFormat();
  const client = useQueryClient();
  const powers = usePowers(personId);
  const [open, setOpen] = useState(false);
  const withdraw = useMutation({
    mutationFn: async ({ id, version }: Power) =>
      (await request(withdrawPowerMutation, { input: { id, expectedVersion: version } }))
        .withdrawPowerOfAttorney,
    onSuccess: () => client.invalidateQueries({ queryKey: ['powers', personId] }),
  });
  return (
    <>
      <Lines
        empty={t('persons.noPowers')}
        rows={powers.map(one => ({
          key: one.id,
          what: one.holderName,
          note: `${t(`caller.scope.${one.scope}`)} · ${format.date(one.fromOn)} – ${format.date(one.toOn)}`,
          chip: <PowerChip power={one} />,
          action: !one.withdrawn && (
            <Button size="small" onClick={() => withdraw.mutate(one)} aria-disabled={withdraw.isPending}>
              {t('caller.powerWithdraw')}
            </Button>
          ),
        }))}
      />
      {withdraw.error && <ErrorPanel error={withdraw.error} />}
      <Button variant="outlined" color="inherit" sx={{ mt: 1 }} onClick={() => setOpen(true)}>
        {t('caller.powerRegister')}
      </Button>
      {open && <PowerDialog personId={personId} onClose={() => setOpen(false)} />}
    </>
  );
}

function PowerChip({ power: { holds, withdrawn } }: { power: Power }) {
  const t = useT();
  if (withdrawn) return <StatusChip shape="rejected">{t('caller.powerWithdrawn')}</StatusChip>;
  return holds ? (
    <StatusChip shape="approved">{t('caller.powerHolds')}</StatusChip>
  ) : (
    <StatusChip shape="notApplicable">{t('caller.powerNot')}</StatusChip>
  );
}
