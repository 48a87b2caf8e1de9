import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { request } from '../../graphql/client.ts';
import { useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { CallButton, CallNotice } from '../caller/CallNotice.tsx';
import { PersonFacts } from './PersonFacts.tsx';
import { PersonSections } from './PersonSections.tsx';
import { personQuery } from './person.documents.ts';

/** What the desk knows about a person, masked; that it is open here is on record. */
export function PersonShow() {
  const t = useT();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['person', id],
    queryFn: async ({ signal }) => (await request(personQuery, { id }, { signal })).person,
  });
  if (!data)
    return (
      <>
        <PageHead title={t('persons.crumb')} />
        <Box sx={{ px: 3 }}>
          {error ? <ErrorPanel error={error} onRetry={() => void refetch()} /> : <LoadingShape />}
        </Box>
      </>
    );
  const { name } = data.person;
  const about = {
    ...{ personId: id, concerns: id, label: name },
    capacities: ['SELF', 'GUARDIAN', 'POWER_OF_ATTORNEY'] as const,
  };
  return (
    <>
      <PageHead title={name} crumb={t('persons.crumb')} actions={<CallButton about={about} />} line />
      <Box
        sx={{
          ...{ display: 'grid', gap: 2.5, px: 3, py: 2, alignItems: 'start' },
          gridTemplateColumns: '240px minmax(0, 1fr)',
        }}
      >
        <PersonFacts detail={data} />
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <CallNotice isAbout={call => call.personId === id} />
          <PersonSections detail={data} />
        </Box>
      </Box>
    </>
  );
}
