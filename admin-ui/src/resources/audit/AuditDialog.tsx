import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useFormat, useT } from '../../i18n/index.ts';
import type { AuditRow } from './audit.documents.ts';

interface AuditDialogProps {
  row: AuditRow;
  onClose: () => void;
}

/** Everything one row of the log says. */
export function AuditDialog({ row, onClose }: AuditDialogProps) {
  const t = useT();
  const format = useFormat();
  const titleId = useId();
  const facts: [string, string | null][] = [
    [t('audit.at'), format.dateTime(row.at)],
    [t('audit.kind'), t(`audit.kinds.${row.kind}`)],
    [t('audit.who'), row.actor?.name ?? t('audit.system')],
    [t('audit.operation'), row.operation],
    [t('audit.row'), row.tableName && `${row.tableName} ${row.rowId ?? ''}`],
    [t('audit.case'), row.caseNumber],
    [t('audit.fields'), row.fields.join(', ') || null],
    [t('audit.purpose'), row.purpose],
    [t('audit.reason'), row.reason],
    [t('audit.outcome'), row.outcome],
    [t('audit.request'), row.requestId],
  ];
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <DialogTitle id={titleId}>{t('audit.one')}</DialogTitle>
      <DialogContent>
        <Box
          component="dl"
          sx={{ display: 'grid', gridTemplateColumns: '140px minmax(0, 1fr)', gap: 1, m: 0 }}
        >
          {facts.map(
            ([name, value]) =>
              value && (
                <Box key={name} sx={{ display: 'contents' }}>
                  <Typography component="dt" sx={{ color: 'desk.text2' }}>
                    {name}
                  </Typography>
                  <Typography component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
                    {value}
                  </Typography>
                </Box>
              ),
          )}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('shared.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
