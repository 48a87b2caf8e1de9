import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useNotify } from 'react-admin';
import { useFormat, useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { useCaseDesk } from '../cases/CaseContext.tsx';
import { useTakeAnswer } from '../cases/useCase.ts';
import { WriteFault } from '../cases/WriteFault.tsx';
import type { Answer, Outcome } from './invoice-query.documents.ts';
import { answerInvoiceQuery, useAnswerPreview } from './invoice-query.provider.ts';

/** The letter as it will leave; what is read here is what is sent. */
export function AnswerLetter({ outcome, comment }: { outcome: Outcome; comment: string }) {
  const t = useT();
  const notify = useNotify();
  const queryClient = useQueryClient();
  const { detail } = useCaseDesk();
  const takeAnswer = useTakeAnswer(detail.id);
  const said = useDeferredValue(comment);
  const { data, error, refetch, isPlaceholderData } = useAnswerPreview({ detail, outcome, comment: said });
  const send = useMutation({
    mutationFn: (digest: string) =>
      answerInvoiceQuery({
        ...{ caseId: detail.id, expectedVersion: detail.version, outcome, digest },
        comment: said.trim() || null,
      }),
    onSuccess: answer => {
      takeAnswer(answer);
      for (const key of ['cases', 'my-day', 'menu-counts'])
        void queryClient.invalidateQueries({ queryKey: [key] });
      notify(t(outcome === 'ASKED_BACK' ? 'invoiceQueries.letter.asked' : 'invoiceQueries.letter.sent'), {
        type: 'success',
      });
    },
    onError: () => void refetch(),
  });
  if (error)
    return (
      <ErrorPanel
        error={error}
        title={t('invoiceQueries.letter.previewFailed')}
        onRetry={() => void refetch()}
      />
    );
  if (!data) return <LoadingShape shape="panel" rows={5} />;
  const ready = !isPlaceholderData && said === comment && !send.isPending;
  const submit = () => {
    if (ready) send.mutate(data.digest);
  };
  return (
    <Box
      component="section"
      aria-label={t('invoiceQueries.letter.title')}
      sx={{ display: 'grid', gap: 1.5, alignContent: 'start' }}
    >
      <Typography sx={{ color: 'desk.text2', fontSize: 13 }}>
        {t('invoiceQueries.letter.to', {
          address: data.recipient,
          language: t(`invoiceQueries.letter.language.${data.language}`),
        })}
      </Typography>
      <Words subject={data.subject} paragraphs={data.paragraphs} codeLines={data.codeLines} />
      <WriteFault error={send.error} title={t('invoiceQueries.letter.failed')} />
      <Button variant="contained" aria-disabled={!ready} onClick={submit} sx={{ justifySelf: 'start' }}>
        {t(outcome === 'ASKED_BACK' ? 'invoiceQueries.letter.sendBack' : 'invoiceQueries.letter.send')}
      </Button>
    </Box>
  );
}

interface WordsProps {
  subject?: string;
  paragraphs: readonly string[];
  codeLines: readonly string[];
}

function Words({ subject, paragraphs, codeLines }: WordsProps) {
  const t = useT();
  return (
    <Box
      sx={{
        border: 1,
        borderColor: 'desk.line',
        borderRadius: '8px',
        p: 2,
        display: 'grid',
        gap: 1,
        overflowWrap: 'anywhere',
      }}
    >
      {subject && (
        <Typography variant="subtitle2">
          {t('invoiceQueries.letter.subject')}: {subject}
        </Typography>
      )}
      {paragraphs.map(words => (
        <Typography key={words} sx={{ fontSize: 14 }}>
          {words}
        </Typography>
      ))}
      {codeLines.length > 0 && (
        <Box
          component="pre"
          tabIndex={0}
          sx={{ m: 0, p: 1, bgcolor: 'desk.tint', fontSize: 12, overflow: 'auto' }}
        >
          {codeLines.join('\n')}
        </Box>
      )}
    </Box>
  );
}

/** What has been answered already, newest first. */
export function SentAnswers({ answers }: { answers: readonly Answer[] }) {
  const t = useT();
  const format = useFormat();
  return answers.map(answer => (
    <Box
      key={answer.id}
      component="section"
      aria-label={t(`invoiceQueries.wrong.fault.${answer.outcome}`)}
      sx={{ display: 'grid', gap: 0.75 }}
    >
      <Typography variant="h3">{t(`invoiceQueries.wrong.fault.${answer.outcome}`)}</Typography>
      <Typography variant="caption" sx={{ color: 'desk.text2' }}>
        {t('invoiceQueries.letter.earlier', {
          when: format.dateTime(answer.answeredAt),
          name: answer.answeredBy,
        })}
        {answer.mailStatus &&
          ` · ${answer.recipient} · ${t(`invoiceQueries.letter.status.${answer.mailStatus}`)}`}
      </Typography>
      <Words paragraphs={answer.paragraphs} codeLines={answer.codeLines} />
    </Box>
  ));
}
