import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useFormat, useT } from '../../i18n/index.ts';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { Panel } from '../../shared/Panel.tsx';
import type { Tie } from './tie.documents.ts';
import { useEndTie, useMyTies } from './tie.provider.ts';

/** What I have declared and not ended. */
export function TieList() {
  const t = useT();
  const { data, error, refetch } = useMyTies();
  const [ending, setEnding] = useState<Tie | null>(null);
  return (
    <Panel title={t('ties.list')}>
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingShape shape="rows" rows={3} />}
      {data?.length === 0 && <EmptyState title={t('ties.none.title')} text={t('ties.none.text')} />}
      {data && data.length > 0 && (
        <Box
          component="ul"
          aria-label={t('ties.list')}
          sx={{ display: 'grid', m: 0, p: 0, listStyle: 'none' }}
        >
          {data.map(tie => (
            <TieRow key={tie.id} tie={tie} onEnd={() => setEnding(tie)} />
          ))}
        </Box>
      )}
      {ending && <EndDialog tie={ending} onClose={() => setEnding(null)} />}
    </Panel>
  );
}

function useWhom() {
  const format = useFormat();
  return ({ maskedNationalId, orgNumber, firmName }: Tie) => {
    const number = orgNumber && format.orgNumber(orgNumber);
    return maskedNationalId ?? [firmName, number].filter(Boolean).join(', ');
  };
}

function TieRow({ tie, onEnd }: { tie: Tie; onEnd: () => void }) {
  const t = useT();
  const format = useFormat();
  const whom = useWhom()(tie);
  return (
    <Box
      component="li"
      sx={{
        ...{ display: 'flex', alignItems: 'center', gap: 2, py: 1 },
        '& + &': { borderTop: 1, borderColor: 'desk.line' },
      }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography sx={{ fontWeight: 500 }}>{whom}</Typography>
        <Typography sx={{ fontSize: 12, color: 'desk.text2' }}>
          {t(`ties.kind.${tie.kind}.title`)} · {t('ties.declaredOn', { date: format.date(tie.declaredAt) })}
          {tie.orgNumber && !tie.firmName && ` · ${t('ties.unknownFirm')}`}
        </Typography>
      </Box>
      <Button size="small" onClick={onEnd} aria-label={t('ties.end.label', { whom })}>
        {t('ties.end.verb')}
      </Button>
    </Box>
  );
}

function EndDialog({ tie, onClose }: { tie: Tie; onClose: () => void }) {
  const t = useT();
  const notify = useNotify();
  const whom = useWhom()(tie);
  const end = useEndTie(() => {
    notify(t('ties.end.done'), { type: 'success' });
    onClose();
  });
  return (
    <FormDialog
      title={t('ties.end.title', { whom })}
      text={t('ties.end.text')}
      confirm={t('ties.end.confirm')}
      busy={end.isPending}
      onClose={onClose}
      onSubmit={() => end.mutate(tie.id)}
    >
      {end.error && <ErrorPanel error={end.error} />}
    </FormDialog>
  );
}
