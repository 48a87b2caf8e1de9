import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { refreshFirm } from './firm.provider.ts';

/** Asks Enhetsregisteret now, and says what came of it. */
export function RefreshFirm({ orgNumber }: { orgNumber: string }) {
  const t = useT();
  const may = useMay();
  const client = useQueryClient();
  const ask = useMutation({
    mutationFn: () => refreshFirm(orgNumber),
    onSuccess: () => client.invalidateQueries({ queryKey: ['firm', orgNumber] }),
  });
  if (!may('firm', 'refresh')) return null;
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        onClick={() => ask.mutate()}
        disabled={ask.isPending}
        sx={{ mt: 1 }}
      >
        {t('firms.refresh')}
      </Button>
      <Typography role="status" variant="caption" component="p" sx={{ mt: 0.5 }}>
        {ask.data && t(`firms.refreshOutcome.${ask.data}`)}
      </Typography>
      {ask.error && <ErrorPanel error={ask.error} />}
    </>
  );
}
