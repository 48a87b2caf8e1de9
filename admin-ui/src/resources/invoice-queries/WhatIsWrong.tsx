import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { Link as RouterLink } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { Notice } from '../../shared/Notice.tsx';
import { useUnsaved } from '../../shared/unsaved.ts';
import { useCaseDesk } from '../cases/CaseContext.tsx';
import { AnswerLetter, SentAnswers } from './AnswerLetter.tsx';
import type { Fault, InvoiceQuery } from './invoice-query.documents.ts';
import { Steps } from './Steps.tsx';

/** The guided answer: what is wrong is chosen, the letter is read, and sent. */
export function WhatIsWrong({ query }: { query: InvoiceQuery }) {
  const t = useT();
  const id = useId();
  const { detail } = useCaseDesk();
  const [chosen, setChosen] = useState<Fault | null>(query.likeliest);
  const [comment, setComment] = useState('');
  useUnsaved(comment.trim() !== '');
  const canAnswer = detail.allowedActions.includes('ANSWER_QUERY');
  const fault = chosen !== null && query.offered.includes(chosen) ? chosen : null;
  return (
    <Box component="section" aria-labelledby={id} sx={{ p: 2, display: 'grid', gap: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
        <Typography id={id} variant="h2">
          {t('invoiceQueries.wrong.title')}
        </Typography>
        <Steps query={query} fault={fault} />
      </Box>
      <SentAnswers answers={query.answers} />
      {canAnswer ? (
        <Box
          sx={{
            display: 'grid',
            gap: 2.5,
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 5fr) minmax(0, 7fr)' },
          }}
        >
          <div>
            <RadioGroup
              aria-labelledby={id}
              value={fault ?? ''}
              onChange={event => setChosen(event.target.value as Fault)}
            >
              {query.offered.map(one => (
                <FormControlLabel
                  key={one}
                  value={one}
                  control={<Radio size="small" />}
                  label={
                    one === query.likeliest
                      ? `${t(`invoiceQueries.wrong.fault.${one}`)} (${t('invoiceQueries.wrong.likeliest')})`
                      : t(`invoiceQueries.wrong.fault.${one}`)
                  }
                />
              ))}
            </RadioGroup>
            {fault !== 'WRONG_REFERENCE' && (
              <TextField
                label={t('invoiceQueries.wrong.own')}
                helperText={t('invoiceQueries.wrong.ownHelp')}
                value={comment}
                onChange={event => setComment(event.target.value)}
                multiline
                minRows={2}
                fullWidth
                sx={{ mt: 1.5 }}
                slotProps={{ htmlInput: { maxLength: 1000 } }}
              />
            )}
          </div>
          {fault === 'WRONG_REFERENCE' && <WayToReissue query={query} />}
          {fault !== null && fault !== 'WRONG_REFERENCE' && (
            <AnswerLetter outcome={fault} comment={comment} />
          )}
        </Box>
      ) : (
        detail.allowedActions.includes('TAKE') && <Typography>{t('invoiceQueries.wrong.take')}</Typography>
      )}
    </Box>
  );
}

/** The new reference is proposed on a page of its own, beginning with what was asked for. */
function WayToReissue({ query: { invoice, wantedReference } }: { query: InvoiceQuery }) {
  const t = useT();
  const may = useMay();
  const wanted = new URLSearchParams(wantedReference ? { reference: wantedReference } : {});
  return (
    <Notice tone="info" title={t('invoiceQueries.wrong.reissue')}>
      {invoice && may('reissue', 'propose') && (
        <Button
          component={RouterLink}
          to={{ pathname: `/invoices/${invoice.id}/reissue`, search: wanted.toString() }}
          variant="contained"
          sx={{ mt: 1 }}
        >
          {t('reissues.start')}
        </Button>
      )}
    </Notice>
  );
}
