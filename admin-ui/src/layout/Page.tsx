import Box from '@mui/material/Box';
import { Suspense } from 'react';
import { DeskError } from '../graphql/desk-error.ts';
import { useT } from '../i18n/index.ts';
import { useMay } from '../session.ts';
import { ErrorPanel } from '../shared/ErrorPanel.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHead } from '../shared/PageHead.tsx';
import type { DeskRoute } from '../shared/routes.ts';

/** One page of the console: fetched when needed, and only for those who may open it. */
export function Page({ route: { page: Content, needs } }: { route: DeskRoute }) {
  const t = useT();
  const may = useMay();
  if (needs && !may(needs.resource, needs.action))
    return (
      <>
        <PageHead title={t('errors.forbiddenTitle')} />
        <Box sx={{ px: 3 }}>
          <ErrorPanel error={new DeskError({ code: 'FORBIDDEN' })} />
        </Box>
      </>
    );
  return (
    <Suspense fallback={<LoadingShape shape="page" />}>
      <Content />
    </Suspense>
  );
}
