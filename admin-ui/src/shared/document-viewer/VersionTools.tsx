import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { DownloadIcon } from '@navikt/aksel-icons';
import { useFormat, useT } from '../../i18n/index.ts';
import { originalAddress } from './useBytes.ts';
import type { ViewedDocument, ViewedVersion } from './viewed.ts';

interface VersionToolsProps {
  document: ViewedDocument;
  version: ViewedVersion;
  show: (versionId: string) => void;
}

/** Which version is shown, where there are several; and the file itself, byte for byte as it came. */
export function VersionTools({ document, version, show }: VersionToolsProps) {
  const t = useT();
  const format = useFormat();
  return (
    <>
      {document.versions.length > 1 && (
        <Box
          component="select"
          aria-label={t('documents.viewer.versionField')}
          value={version.id}
          onChange={event => show((event.target as HTMLSelectElement).value)}
          sx={{
            height: 32,
            font: 'inherit',
            fontSize: '0.875rem',
            color: 'text.primary',
            bgcolor: 'background.paper',
            border: 1,
            borderColor: 'desk.edge',
            borderRadius: '4px',
          }}
        >
          {document.versions.toReversed().map(one => (
            <option key={one.id} value={one.id}>
              {t('documents.viewer.version', { n: one.version, date: format.shortDate(one.addedAt) })}
            </option>
          ))}
        </Box>
      )}
      <IconButton
        component="a"
        href={originalAddress(version.id)}
        download
        aria-label={t('documents.viewer.download')}
        title={t('documents.viewer.download')}
        sx={{ width: 32, height: 32 }}
      >
        <DownloadIcon aria-hidden />
      </IconButton>
    </>
  );
}
