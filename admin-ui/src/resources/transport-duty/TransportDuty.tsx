import Box from '@mui/material/Box';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLanguage, useT } from '../../i18n/index.ts';
import { announce } from '../../shared/announce.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { osloToday } from '../../shared/today.ts';
import { DutyAnswer } from './DutyAnswer.tsx';
import { DutyForm } from './DutyForm.tsx';
import type { DutyQuestion } from './transport-duty.documents.ts';
import { askDuty } from './transport-duty.provider.ts';

const firstQuestion = (): DutyQuestion => ({
  on: osloToday(),
  task: 'DRIVE_OR_HELP',
  relation: 'EMPLOYEE',
  goods: 'OTHERS_PAID',
  own: { auxiliary: false, people: false, vehicle: false },
  electric: false,
  totalKg: 3500,
  otherCard: false,
});

/** A few questions, and the answer beside them as they are answered: for whoever has a firm on the phone. */
export function TransportDuty() {
  const t = useT();
  const [input, setInput] = useState(firstQuestion);
  const { data, error } = useDuty(input);
  const verdict = data && t(data.needed ? 'transportDuty.yes' : 'transportDuty.no');
  useEffect(() => {
    if (verdict) announce(verdict);
  }, [verdict]);
  return (
    <>
      <PageHead title={t('transportDuty.title')} lead={t('transportDuty.lead')} />
      <Box
        sx={{
          px: 3,
          pb: 3,
          display: 'grid',
          gap: 4,
          alignItems: 'start',
          gridTemplateColumns: { xs: '1fr', md: 'minmax(320px, 440px) minmax(0, 1fr)' },
        }}
      >
        <DutyForm input={input} error={error} onChange={change => setInput({ ...input, ...change })} />
        <Box component="section" aria-labelledby="duty-answer" sx={{ position: { md: 'sticky' }, top: 0 }}>
          {error && !data && <ErrorPanel error={error} />}
          {!data && !error && <LoadingShape shape="panel" />}
          {data && <DutyAnswer duty={data} />}
        </Box>
      </Box>
    </>
  );
}

function useDuty(input: DutyQuestion) {
  const language = useLanguage();
  return useQuery({
    queryKey: ['transport-duty', input, language],
    queryFn: ({ signal }) => askDuty({ input, language }, signal),
    placeholderData: keepPreviousData,
    retry: false,
  });
}
