import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { FileImageIcon, FilePdfIcon } from '@navikt/aksel-icons';
import { useFormat, useT } from '../../i18n/index.ts';
import type { CaseDocument } from './case-documents.documents.ts';
import { DocumentMenu } from './DocumentMenu.tsx';
import { EyeMark, OtherEyes } from './EyeMarks.tsx';
import { useDocumentTitle } from './useDocumentWords.ts';
import { PDF } from './viewed.ts';

interface DocumentRowProps {
  document: CaseDocument;
  caseId: string;
  mayOpen: boolean;
  mayAdd: boolean;
  isShown: boolean;
  onShow: () => void;
}

/** One paper: what it is, how long, when it came; whether I have opened its newest version; who else has. */
export function DocumentRow({ document, caseId, mayOpen, mayAdd, isShown, onShow }: DocumentRowProps) {
  const { struck } = document;
  return (
    <Box
      component="li"
      sx={{
        ...{ display: 'flex', alignItems: 'stretch', borderRadius: '4px', borderLeft: 3 },
        borderColor: isShown ? 'primary.main' : 'transparent',
        bgcolor: isShown ? 'desk.accentBg2' : undefined,
        '&:hover': { bgcolor: isShown ? 'desk.accentBg2' : 'desk.tint' },
      }}
    >
      <ButtonBase
        onClick={onShow}
        disabled={!mayOpen}
        aria-current={isShown ? 'true' : undefined}
        sx={{
          flex: 1,
          minWidth: 0,
          gap: 1,
          px: 1,
          py: 0.75,
          justifyContent: 'flex-start',
          textAlign: 'left',
          alignItems: 'flex-start',
        }}
      >
        <Words document={document} />
        {!struck && <EyeMark document={document} />}
      </ButtonBase>
      {mayAdd && !struck && <DocumentMenu caseId={caseId} document={document} />}
    </Box>
  );
}

function Words({ document }: { document: CaseDocument }) {
  const titleOf = useDocumentTitle();
  const t = useT();
  const newest = document.versions.at(-1);
  const Icon = newest?.mediaType === PDF ? FilePdfIcon : FileImageIcon;
  const { struck } = document;
  return (
    <>
      <Box sx={{ flex: 'none', fontSize: '1.25rem', lineHeight: 1, color: 'desk.text2' }}>
        <Icon aria-hidden />
      </Box>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography
          component="span"
          variant="subtitle2"
          sx={{
            display: 'block',
            overflowWrap: 'anywhere',
            textDecoration: struck ? 'line-through' : undefined,
          }}
        >
          {titleOf(document)}
        </Typography>
        <About document={document} />
        {struck && (
          <Typography component="span" variant="body2" sx={{ display: 'block', color: 'desk.bad.icon' }}>
            {t('documents.list.struck')}: {struck.reason}
          </Typography>
        )}
        <OtherEyes document={document} />
      </Box>
    </>
  );
}

function About({ document }: { document: CaseDocument }) {
  const t = useT();
  const format = useFormat();
  const newest = document.versions.at(-1);
  const parts = [
    t('documents.list.pages', { smart_count: newest?.pages ?? 0 }),
    format.shortDate(document.receivedOn),
    ...(document.versions.length > 1 ? [t('documents.list.version', { n: document.versions.length })] : []),
  ];
  return (
    <Typography component="span" variant="body2" sx={{ display: 'block', color: 'desk.text2' }}>
      {parts.join(', ')}
    </Typography>
  );
}
