import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { Kbd } from '../../shared/Kbd.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { taggedReasons } from './bench.rules.ts';
import type { MailPreview } from './image-review.documents.ts';
import { getMailPreview } from './image-review.provider.ts';
import type { BenchDesk } from './useBenchDesk.ts';

function MailText({ mail }: { mail: MailPreview }) {
  const t = useT();
  return (
    <>
      <Box
        component="dl"
        sx={{ display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 1.5, rowGap: 0.5, mb: 1.5 }}
      >
        <Box component="dt" sx={{ color: 'desk.text2' }}>
          {t('bench.mail.to')}
        </Box>
        <dd>{mail.recipient}</dd>
        <Box component="dt" sx={{ color: 'desk.text2' }}>
          {t('bench.mail.subject')}
        </Box>
        <Box component="dd" sx={{ fontWeight: 500 }}>
          {mail.subject}
        </Box>
      </Box>
      <Typography
        sx={{
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
          bgcolor: 'desk.tint',
          borderRadius: '8px',
          p: 2,
        }}
      >
        {mail.text}
      </Typography>
    </>
  );
}

/** The mail as the orderer would get it, with the reasons and the comment as they stand now. */
export function MailPreviewDialog({ desk }: { desk: BenchDesk }) {
  const t = useT();
  const { choice, catalogue, bench } = desk;
  const reasons = taggedReasons(choice, catalogue);
  const comment = choice.comment.trim() || null;
  const { data, error, refetch } = useQuery({
    queryKey: ['bench', bench.case.id, 'mail', reasons, comment],
    queryFn: () => getMailPreview(bench.case.id, reasons, comment),
    gcTime: 0,
  });
  const close = () => desk.setDialog(null);
  return (
    <Dialog open onClose={close} maxWidth="sm" fullWidth aria-labelledby="bench-mail-title">
      <DialogTitle id="bench-mail-title">{t('bench.mail.title')}</DialogTitle>
      <DialogContent>
        <Typography sx={{ color: 'desk.text2', mb: 1.5 }}>{t('bench.mail.notSent')}</Typography>
        {error ? <ErrorPanel error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error && <LoadingShape shape="panel" rows={8} />}
        {data && <MailText mail={data} />}
      </DialogContent>
      <DialogActions>
        <Button variant="outlined" color="inherit" onClick={close} autoFocus>
          {t('shared.close')} <Kbd>Esc</Kbd>
        </Button>
      </DialogActions>
    </Dialog>
  );
}
