import Box from '@mui/material/Box';
import { useFormat, useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { Notice } from '../../shared/Notice.tsx';
import { RowLink } from '../../shared/RowLink.tsx';
import { useApplicationDesk } from './ApplicationContext.tsx';

/** Letters that came back and have not left again: whoever they are to has not been told. */
export function ReturnedLetters() {
  const t = useT();
  const format = useFormat();
  const may = useMay();
  const { application, detail } = useApplicationDesk();
  const back = application.letters.filter(({ returnedOn, resent }) => returnedOn && !resent);
  if (back.length === 0) return null;
  /** Unless another letter about the same decision has come. */
  const stops = (decisionId: string | null) =>
    application.decisions.some(({ id, appealDeadlineOn }) => id === decisionId && appealDeadlineOn === null);
  return (
    <Box sx={{ p: '14px 20px 0', display: 'grid', gap: 1 }}>
      {back.map(({ id, kind, decisionId, returnedOn }) => (
        <Notice
          key={id}
          tone="warn"
          title={t('decisions.cameBack', {
            letter: t(`letters.kind.${kind}` as 'letters.kind.DEFICIENCY'),
            date: format.date(returnedOn ?? ''),
          })}
        >
          {t(stops(decisionId) ? 'decisions.cameBackDecision' : 'decisions.cameBackOther')}{' '}
          {may('letter', 'read') && (
            <RowLink to={`/letters?view=returned&case=${detail.id}`}>{t('decisions.cameBackLink')}</RowLink>
          )}
        </Notice>
      ))}
    </Box>
  );
}
