import Typography from '@mui/material/Typography';
import { useFormat, useT } from '../../i18n/index.ts';
import { Notice } from '../../shared/Notice.tsx';
import { addDays, osloToday } from '../../shared/today.ts';
import type { AccessReviewData } from './access-log.documents.ts';

/** What holds for the whole week: that it is signed, that it still runs, and what is left to somebody else. */
export function ReviewNotices({ review }: { review: AccessReviewData }) {
  const t = useT();
  const format = useFormat();
  const { signature, aboutReader, weekOn } = review;
  return (
    <>
      {signature && (
        <Notice
          tone="ok"
          role="status"
          title={t('accessLog.signed', { name: signature.by.name, when: format.dateTime(signature.at) })}
        >
          <Typography>{t('accessLog.signedText', { smart_count: signature.oddities })}</Typography>
        </Notice>
      )}
      {addDays(weekOn, 6) >= osloToday() && <Notice tone="info" title={t('accessLog.running')} />}
      {aboutReader > 0 && (
        <Notice tone="info" title={t('accessLog.aboutYou', { smart_count: aboutReader })}>
          <Typography>{t('accessLog.aboutYouText')}</Typography>
        </Notice>
      )}
    </>
  );
}
