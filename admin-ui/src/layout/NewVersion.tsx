import Button from '@mui/material/Button';
import { ArrowCirclepathIcon } from '@navikt/aksel-icons';
import { useQuery } from '@tanstack/react-query';
import { request } from '../graphql/client.ts';
import { useT } from '../i18n/index.ts';
import { versionQuery } from '../session.documents.ts';
import { usePolling } from '../shared/activity.ts';
import { useAnythingUnsaved } from '../shared/unsaved.ts';

const POLL_MS = 120_000;

/** Says that the server is newer than this page. It never reloads by itself and waits while something is unsaved. */
export function NewVersion() {
  const t = useT();
  const unsaved = useAnythingUnsaved();
  const { data } = useQuery({
    queryKey: ['version'],
    queryFn: ({ signal }) => request(versionQuery, {}, { signal }),
    refetchInterval: usePolling(POLL_MS),
    select: answer => answer.deskSettings.version,
  });
  if (data === undefined || data === __DESK_VERSION__) return null;
  return (
    <Button
      onClick={() => !unsaved && window.location.reload()}
      aria-disabled={unsaved}
      startIcon={<ArrowCirclepathIcon aria-hidden />}
      sx={{ mr: 1 }}
    >
      {t(unsaved ? 'frame.newVersionWaits' : 'frame.newVersion')}
    </Button>
  );
}
