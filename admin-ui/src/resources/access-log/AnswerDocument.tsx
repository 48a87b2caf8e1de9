import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { DownloadIcon, PrinterSmallIcon } from '@navikt/aksel-icons';
import { createFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/index.ts';
import { Notice } from '../../shared/Notice.tsx';
import { saveFile } from '../../shared/save-file.ts';
import type { Answer } from './access-log.documents.ts';

const save = ({ csv, fileName }: Answer) =>
  saveFile(new Blob([csv], { type: 'text/csv;charset=utf-8' }), fileName);

/** The answer as the person will read it, in her language. */
export function AnswerDocument({ answer }: { answer: Answer }) {
  const t = useT();
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1.5 }}>
        <Typography component="h2" variant="h2" sx={{ mr: 'auto' }}>
          {t('accessLog.answerTo', { name: answer.personName })}
        </Typography>
        <Button variant="outlined" color="inherit" onClick={() => window.print()}>
          <PrinterSmallIcon aria-hidden fontSize="1.25rem" /> {t('accessLog.print')}
        </Button>
        <Button variant="outlined" onClick={() => save(answer)}>
          <DownloadIcon aria-hidden fontSize="1.25rem" /> {t('accessLog.download')}
        </Button>
      </Box>
      {answer.cut && <Notice tone="warn" title={t('accessLog.cut')} />}
      <Box
        lang={answer.language}
        sx={{ bgcolor: 'desk.tint', borderRadius: '8px', p: 2.5, display: 'grid', gap: 2 }}
      >
        <Typography component="h3" variant="h3">
          {answer.title}
        </Typography>
        <Typography>
          {answer.summary} {answer.scope}
        </Typography>
        <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.75 }}>
          {answer.lines.map(line => (
            <AnswerLine key={`${line.at}|${line.who}|${line.what}`} line={line} language={answer.language} />
          ))}
        </Box>
        {answer.held.length > 0 && (
          <Typography component="h3" variant="h3">
            {answer.heldTitle}
          </Typography>
        )}
        {answer.held.map(part => (
          <HeldPart key={part.title} part={part} />
        ))}
        <Typography variant="caption" component="p" sx={{ color: 'desk.text2' }}>
          {answer.complaint}
        </Typography>
      </Box>
    </>
  );
}

/** Orders, cards, checks …: what is on record, one line each. */
function HeldPart({ part }: { part: Answer['held'][number] }) {
  return (
    <Box>
      <Typography component="h4" variant="subtitle2">
        {part.title}
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5, overflowWrap: 'anywhere' }}>
        {part.lines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </Box>
    </Box>
  );
}

type AnswerLineProps = { line: Answer['lines'][number]; language: Answer['language'] };

/** Dates too are written in the person's language, not the reader's. */
function AnswerLine({ line, language }: AnswerLineProps) {
  const format = createFormat(language);
  return (
    <Box
      component="li"
      sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '170px minmax(0, 1fr)' }, columnGap: 2 }}
    >
      <Typography sx={{ color: 'desk.text2' }}>{format.dateTime(line.at)}</Typography>
      <Box>
        <Typography variant="subtitle2">{line.who}</Typography>
        <Typography>
          {line.what}
          {line.times > 1 && ` × ${line.times}`}
        </Typography>
        <Typography sx={{ color: 'desk.text2' }}>
          {line.why}
          {line.caseNumber && ` · ${line.caseNumber}`}
        </Typography>
      </Box>
    </Box>
  );
}
