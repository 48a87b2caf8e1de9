import Box from '@mui/material/Box';
import { ClipboardIcon } from '@navikt/aksel-icons';
import { useMutation } from '@tanstack/react-query';
import { useT } from '../../i18n/index.ts';
import { announce } from '../../shared/announce.ts';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { AnswerDocument } from './AnswerDocument.tsx';
import { AnswerForm } from './AnswerForm.tsx';
import { makeAnswer } from './access-log.provider.ts';

/** Answers a person who asks who has looked at her data: what was asked on the left, the answer in her language on the right. */
export function AccessAnswer() {
  const t = useT();
  const make = useMutation({ mutationFn: makeAnswer, onSuccess: answer => announce(answer.summary) });
  return (
    <>
      <PageHead title={t('accessLog.answer')} lead={t('accessLog.answerLead')} />
      <Box
        sx={{
          px: 3,
          pb: 4,
          display: 'grid',
          gap: 4,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '300px minmax(0, 1fr)' },
        }}
      >
        <AnswerForm busy={make.isPending} error={make.error} onMake={input => make.mutate(input)} />
        <Box component="section" aria-label={t('accessLog.answer')} sx={{ minWidth: 0, maxWidth: 860 }}>
          {make.data ? (
            <AnswerDocument answer={make.data} />
          ) : (
            <EmptyState
              title={t('accessLog.noAnswer')}
              text={t('accessLog.noAnswerText')}
              icon={<ClipboardIcon aria-hidden fontSize="1.5rem" />}
            />
          )}
        </Box>
      </Box>
    </>
  );
}
