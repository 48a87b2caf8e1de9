import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { FilesIcon } from '@navikt/aksel-icons';
import { useNotify } from 'react-admin';
import { useT } from '../../i18n/index.ts';
import type { AskedInvoice } from './invoice-query.documents.ts';
import { xmlPieces } from './marks.rules.ts';

/** The EHF line by line, with the line that carries the reference marked; it can be copied and sent. */
export function EhfView({ invoice }: { invoice: AskedInvoice }) {
  const t = useT();
  const notify = useNotify();
  const { ehfLines, referenceLine, referenceLineCount: count, customerReference } = invoice;
  const last = referenceLine === null ? -1 : referenceLine + count;
  const isReference = (index: number) => referenceLine !== null && index >= referenceLine && index < last;
  async function copy() {
    await navigator.clipboard.writeText(
      ehfLines
        .filter((_, index) => isReference(index))
        .join('\n')
        .trim(),
    );
    notify(t('invoiceQueries.ehf.copied'), { type: 'success' });
  }
  return (
    <Box component="section" aria-label={t('invoiceQueries.ehf.title')} sx={{ minWidth: 0 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', mb: 1, minHeight: 24 }}>
        <Typography variant="h2">{t('invoiceQueries.ehf.title')}</Typography>
        {referenceLine !== null && (
          <Button
            size="small"
            sx={{ ml: 'auto', my: -0.5 }}
            startIcon={<FilesIcon aria-hidden />}
            onClick={() => void copy()}
          >
            {t('invoiceQueries.ehf.copy')}
          </Button>
        )}
      </Box>
      {ehfLines.length === 0 ? (
        <Typography>{t('invoiceQueries.ehf.none')}</Typography>
      ) : (
        <>
          <Box
            component="ol"
            tabIndex={0}
            aria-label={t('invoiceQueries.ehf.title')}
            sx={{
              ...{
                m: 0,
                p: 0,
                py: 1,
                height: 372,
                overflow: 'auto',
                listStyle: 'none',
                fontSize: 12,
                lineHeight: '20px',
              },
              ...{
                bgcolor: 'background.paper',
                border: 1,
                borderColor: 'desk.edge',
                fontFamily: 'Consolas, Menlo, monospace',
              },
            }}
          >
            {ehfLines.map((line, index) => (
              <Line
                key={index}
                line={line}
                number={index + 1}
                marked={isReference(index)}
                note={
                  index === referenceLine
                    ? t(
                        customerReference
                          ? 'invoiceQueries.ehf.reference'
                          : 'invoiceQueries.ehf.orderReference',
                      )
                    : null
                }
              />
            ))}
          </Box>
          <Typography sx={{ mt: 1, fontSize: 13 }}>
            {t(customerReference ? 'invoiceQueries.ehf.given' : 'invoiceQueries.ehf.notGiven')}
          </Typography>
        </>
      )}
    </Box>
  );
}

interface LineProps {
  line: string;
  number: number;
  marked: boolean;
  note: string | null;
}

function Line({ line, number, marked, note }: LineProps) {
  return (
    <Box
      component="li"
      sx={{
        ...{ display: 'flex', gap: 1.5, pr: 1, whiteSpace: 'pre', borderLeft: 3, borderColor: 'transparent' },
        ...(marked && { bgcolor: 'desk.warn.tint', borderColor: 'desk.warn.icon', fontWeight: 600 }),
      }}
    >
      <Box
        component="span"
        aria-hidden
        sx={{ width: 32, textAlign: 'right', color: 'desk.text2', flex: 'none' }}
      >
        {number}
      </Box>
      <code style={{ font: 'inherit' }}>
        {xmlPieces(line).map(({ text, name, at }) => (
          <Box key={at} component="span" sx={{ color: name ? 'desk.accentText' : 'inherit' }}>
            {text}
          </Box>
        ))}
      </code>
      {note && (
        <Box component="span" sx={{ ml: 'auto', fontFamily: 'Inter, sans-serif' }}>
          {note}
        </Box>
      )}
    </Box>
  );
}
