import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useEffect } from 'react';
import { Link as RouterLink } from 'react-router';
import { type MessageKey, useT } from '../i18n/index.ts';
import { PublicFrame } from './PublicFrame.tsx';

const contents = {
  '/accessibility': {
    title: 'publicPages.accessibility.title',
    paragraphs: [
      'publicPages.accessibility.aim',
      'publicPages.accessibility.keyboard',
      'publicPages.accessibility.sight',
      'publicPages.accessibility.motion',
      'publicPages.accessibility.report',
    ],
  },
  '/privacy': {
    title: 'publicPages.privacy.title',
    paragraphs: [
      'publicPages.privacy.what',
      'publicPages.privacy.hidden',
      'publicPages.privacy.log',
      'publicPages.privacy.staff',
    ],
  },
} satisfies Record<string, { title: MessageKey; paragraphs: MessageKey[] }>;

/** Short texts anyone may read, signed in or not. */
export function PublicPage({ page }: { page: keyof typeof contents }) {
  const t = useT();
  const { title, paragraphs } = contents[page];
  const heading = t(title);
  useEffect(() => {
    document.title = `${heading} – HMS-kort Desk`;
  }, [heading]);
  return (
    <PublicFrame>
      <Box
        component="main"
        id="main"
        sx={{ maxWidth: 640, mx: 'auto', px: 3, py: 6, display: 'grid', gap: 2, alignContent: 'start' }}
      >
        <Typography variant="h1" sx={{ fontSize: '2rem', lineHeight: '2.5rem' }}>
          {heading}
        </Typography>
        {paragraphs.map(key => (
          <Typography key={key} variant="body1">
            {t(key)}
          </Typography>
        ))}
        <Link component={RouterLink} to="/" variant="body1" sx={{ justifySelf: 'start' }}>
          {t('publicPages.back')}
        </Link>
      </Box>
    </PublicFrame>
  );
}
