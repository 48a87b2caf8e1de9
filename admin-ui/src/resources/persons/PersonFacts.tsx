import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useFormat, useT } from '../../i18n/index.ts';
import { Fact } from '../../shared/Fact.tsx';
import { LoggedNote } from '../../shared/LoggedNote.tsx';
import { NationalId } from '../../shared/NationalId.tsx';
import type { PersonDetail } from './person.documents.ts';

export function PersonFacts({ detail }: { detail: PersonDetail }) {
  const t = useT();
  const format = useFormat();
  const { person, registerStatus, refreshedAt, revealCaseId } = detail;
  const { birthDate, dNumber, restricted, maskedNationalId } = person;
  return (
    <Box component="section" aria-label={t('persons.facts')}>
      <Box component="dl" sx={{ display: 'grid', gap: 1.25, m: 0 }}>
        <Fact label={t('persons.number')}>
          {revealCaseId ? <NationalId caseId={revealCaseId} person={person} /> : (maskedNationalId ?? '–')}
        </Fact>
        <Fact label={t('persons.born')} note={dNumber && t('persons.dNumber')}>
          {birthDate ? format.date(birthDate) : '–'}
        </Fact>
        <Fact
          label={t('persons.register')}
          note={
            refreshedAt
              ? t('persons.refreshed', { when: format.dateTime(refreshedAt) })
              : t('persons.neverRefreshed')
          }
        >
          {t(`persons.status.${registerStatus}`)}
        </Fact>
        {restricted && <Fact label={t('firms.address')}>{t('persons.restricted')}</Fact>}
      </Box>
      <Typography variant="caption" component="p" sx={{ color: 'desk.text2', mt: 1.5 }}>
        {t('persons.mails')}
      </Typography>
      <LoggedNote />
    </Box>
  );
}
