import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useFormat, useLanguage, useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { useHotkeys } from '../../shared/hotkeys.ts';
import { Kbd } from '../../shared/Kbd.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { LoggedNote } from '../../shared/LoggedNote.tsx';
import { useWhen } from '../../shared/useWhen.ts';
import { type AnswerLine, answerLines } from './answer.rules.ts';
import { useOrderDesk } from './OrderContext.tsx';
import type { AnswerEntry, RegisterCheck } from './order.documents.ts';
import { getAnswer } from './order.provider.ts';

/** The evidence behind a check: what was asked, what came back, when, and by which rules it was judged. */
export function AnswerDialog({ check }: { check: RegisterCheck }) {
  const t = useT();
  const id = useId();
  const language = useLanguage();
  const { close } = useOrderDesk();
  const { data, error, refetch } = useQuery({
    queryKey: ['register-answer', check.id, language],
    queryFn: ({ signal }) => getAnswer(check.id, language, signal),
    gcTime: 0,
  });
  return (
    <Dialog open onClose={close} aria-labelledby={id} maxWidth="md" fullWidth>
      <DialogTitle id={id}>
        {t('orders.answer.title', { register: t(`orders.register.${check.register}`) })}
      </DialogTitle>
      <DialogContent>
        {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
        {!data && !error && <LoadingShape shape="panel" rows={8} />}
        {data && (
          <Answers
            answers={[data.answer, ...data.earlier].filter(one => one !== null)}
            rulesOn={data.rulesOn}
          />
        )}
        <LoggedNote />
      </DialogContent>
      <DialogActions>
        <Button onClick={close}>
          {t('shared.close')} <Kbd>Esc</Kbd>
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Answers({ answers, rulesOn }: { answers: readonly AnswerEntry[]; rulesOn: string | null }) {
  const t = useT();
  const format = useFormat();
  const when = useWhen();
  const [at, setAt] = useState(0);
  const last = answers.length - 1;
  useHotkeys(
    { ArrowDown: () => setAt(Math.min(at + 1, last)), ArrowUp: () => setAt(Math.max(at - 1, 0)) },
    { insideDialog: true },
  );
  const shown = answers[at];
  if (!shown) return <Typography>{t('orders.answer.none')}</Typography>;
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '200px minmax(0, 1fr)', gap: 3 }}>
      <div>
        <Typography variant="h3" sx={{ mb: 0.5 }}>
          {t('orders.answer.earlier')}
        </Typography>
        <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {answers.map((answer, index) => (
            <li key={answer.id}>
              <ButtonBase
                onClick={() => setAt(index)}
                aria-current={index === at ? 'true' : undefined}
                sx={{
                  ...{
                    width: '100%',
                    display: 'block',
                    textAlign: 'left',
                    font: 'inherit',
                    px: 1,
                    py: 0.75,
                    borderRadius: '4px',
                  },
                  ...(index === at && { bgcolor: 'desk.accentBg', fontWeight: 500 }),
                }}
              >
                {when(answer.at)}
                {index === 0 && (
                  <Box component="span" sx={{ display: 'block', fontSize: 12, color: 'desk.text2' }}>
                    {t('orders.answer.current')}
                  </Box>
                )}
              </ButtonBase>
            </li>
          ))}
        </Box>
        <Typography variant="caption" sx={{ color: 'desk.text2' }}>
          {last > 0 ? t('orders.answer.keys') : t('orders.answer.noEarlier')}
        </Typography>
      </div>
      <Box sx={{ display: 'grid', gap: 2, alignContent: 'start' }} aria-live="polite">
        <Lines title={t('orders.answer.asked')} body={shown.asked} />
        {shown.cause ? (
          <Typography>{t('orders.answer.nothing', { cause: shown.cause })}</Typography>
        ) : (
          <Lines title={t('orders.answer.answered')} body={shown.answered} />
        )}
        <Typography variant="caption" sx={{ color: 'desk.text2' }}>
          {t('orders.answer.at', { when: when(shown.at) })} · {t('orders.answer.source')}: {shown.source} ·{' '}
          {t('orders.answer.ms', { n: shown.durationMs })}
          {rulesOn && at === 0 && <> · {t('orders.answer.rules', { date: format.date(rulesOn) })}</>}
        </Typography>
      </Box>
    </Box>
  );
}

function Lines({ title, body }: { title: string; body: unknown }) {
  const t = useT();
  const format = useFormat();
  const words = ({ value }: AnswerLine) => {
    if (value === null) return t('orders.answer.empty');
    if (typeof value === 'boolean') return t(value ? 'orders.answer.yes' : 'orders.answer.no');
    return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? format.date(String(value)) : String(value);
  };
  return (
    <section>
      <Typography variant="h3" sx={{ mb: 0.5 }}>
        {title}
      </Typography>
      <Box
        component="dl"
        sx={{ display: 'grid', gridTemplateColumns: 'minmax(120px, 40%) 1fr', rowGap: '2px', columnGap: 2 }}
      >
        {answerLines(body).map(line => (
          <Box key={line.path} sx={{ display: 'contents' }}>
            <Box component="dt" sx={{ pl: line.depth * 2, color: 'desk.text2' }}>
              {line.label}
            </Box>
            <Box component="dd" sx={{ overflowWrap: 'anywhere' }}>
              {words(line)}
            </Box>
          </Box>
        ))}
      </Box>
    </section>
  );
}
