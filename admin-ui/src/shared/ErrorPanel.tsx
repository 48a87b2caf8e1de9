import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { asDeskError } from '../graphql/desk-error.ts';
import { useT } from '../i18n/index.ts';
import { Notice } from './Notice.tsx';
import { useErrorText } from './useErrorText.ts';

interface ErrorPanelProps {
  error: unknown;
  /** What did not happen: "Bildene ble ikke avvist". */
  title?: string;
  onRetry?: () => void;
  /** Other ways out, beside or instead of "try again". */
  actions?: ReactNode;
}

/** A failure: what happened, what to do, whether anything was saved, and the code to give to support. */
export function ErrorPanel({ error, title, onRetry, actions }: ErrorPanelProps) {
  const t = useT();
  const text = useErrorText();
  const { requestId } = asDeskError(error);
  return (
    <Notice tone="bad" role="alert" title={title ?? t('errors.title')}>
      <Typography>{text(error)}</Typography>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mt: 1.25 }}>
        {onRetry && (
          <Button variant="outlined" size="small" onClick={onRetry}>
            {t('errors.retry')}
          </Button>
        )}
        {actions}
        {requestId && (
          <Typography variant="caption" sx={{ ml: 'auto', color: 'desk.text2' }}>
            {t('errors.requestId', { id: requestId.slice(0, 8) })}
          </Typography>
        )}
      </Box>
    </Notice>
  );
}
