import Typography from '@mui/material/Typography';
import { useFormat, useT } from '../../i18n/index.ts';
import { Notice } from '../../shared/Notice.tsx';
import type { Standing } from './firm-register.documents.ts';

type Word = 'NONE' | 'WAITS' | 'MAY_ORDER' | 'APPROVED' | 'REFUSED' | 'LAPSED';
const WORDS: Readonly<Record<Standing['status'], Word>> = {
  APPLICATION_IN_PROGRESS: 'WAITS',
  CARD_ORDER_IN_PROGRESS: 'MAY_ORDER',
  APPROVED_WITH_EMPLOYEES: 'APPROVED',
  APPROVED_WITHOUT_EMPLOYEES: 'APPROVED',
  APPROVED: 'APPROVED',
  NOT_APPROVED: 'REFUSED',
};
const TONES: Readonly<Record<Word, 'ok' | 'warn' | 'bad' | 'info'>> = {
  ...{ NONE: 'warn', WAITS: 'info', MAY_ORDER: 'ok', APPROVED: 'ok', REFUSED: 'bad', LAPSED: 'bad' },
};

const wordOf = (standing: Pick<Standing, 'status' | 'lapsed'> | null): Word => {
  if (standing === null) return 'NONE';
  return standing.lapsed && standing.status === 'APPROVED' ? 'LAPSED' : WORDS[standing.status];
};

/** Why orders wait or are refused, and what the firm must do: for those who answer its questions. Null: it has not applied. */
export function ApprovalWord({
  standing,
}: {
  standing: Pick<Standing, 'status' | 'validTo' | 'lapsed'> | null;
}) {
  const t = useT();
  const format = useFormat();
  const word = wordOf(standing);
  const day = standing?.validTo ? format.date(standing.validTo) : '';
  return (
    <Notice tone={TONES[word]} title={t(`firmRegisters.why.${word}`, { day })}>
      <Typography>{t(`firmRegisters.do.${word}`)}</Typography>
    </Notice>
  );
}
