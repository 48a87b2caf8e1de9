import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import {
  CheckmarkCircleIcon,
  ExclamationmarkTriangleFillIcon,
  MinusCircleIcon,
  QuestionmarkCircleIcon,
} from '@navikt/aksel-icons';
import { useFormat, useT } from '../../i18n/index.ts';
import { useCaseDesk } from '../cases/CaseContext.tsx';
import type { AskedNumber, InvoiceQuery, Post } from './invoice-query.documents.ts';
import { pieces } from './marks.rules.ts';

/** What was written, newest first, with its numbers marked and named. */
export function Enquiry({ query }: { query: InvoiceQuery }) {
  const t = useT();
  return (
    <>
      <Box sx={{ display: 'grid', gap: 1.5 }}>
        {query.posts.map((post, index) => (
          <Written key={post.id} post={post} newer={index === 0 && query.posts.length > 1} />
        ))}
        <Typography variant="caption" sx={{ color: 'desk.text2' }}>
          {t(query.knownContact ? 'invoiceQueries.sender.known' : 'invoiceQueries.sender.unknown')}
        </Typography>
      </Box>
      <Numbers query={query} />
    </>
  );
}

function Written({ post, newer }: { post: Post; newer: boolean }) {
  const t = useT();
  const format = useFormat();
  const { detail } = useCaseDesk();
  const { wantedStart, wantedEnd } = post;
  const wanted = wantedStart === null || wantedEnd === null ? null : { start: wantedStart, end: wantedEnd };
  const when = format.dateTime(post.receivedAt);
  return (
    <div>
      <Box sx={{ display: 'flex', alignItems: 'baseline', flexWrap: 'wrap', columnGap: 1, mb: 0.75 }}>
        <Typography variant="h2">{t(newer ? 'invoiceQueries.newer' : 'invoiceQueries.enquiry')}</Typography>
        <Typography variant="caption" sx={{ ml: 'auto', color: 'desk.text2' }}>
          {t('invoiceQueries.came', { channel: t(`enums.channel.${detail.channel}`), when })}
        </Typography>
      </Box>
      <Box
        component="blockquote"
        sx={{
          ...{ m: 0, px: 1.5, py: 1.25, bgcolor: 'desk.tint', borderLeft: 3, borderColor: 'desk.edge' },
          ...{ borderRadius: '4px', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontSize: 14 },
          '& mark': { borderRadius: '3px', px: 0.5, color: 'inherit', bgcolor: 'desk.tint2' },
          '& mark[data-wanted]': { bgcolor: 'desk.warn.tint' },
        }}
      >
        {post.subject && <Box sx={{ fontWeight: 500, mb: 0.5 }}>{post.subject}</Box>}
        {pieces(post.text, post.numbers, wanted).map(({ text, mark, start }) =>
          mark ? (
            <mark key={start} data-wanted={mark === 'wanted' || undefined}>
              {text}
            </mark>
          ) : (
            <span key={start}>{text}</span>
          ),
        )}
      </Box>
      <Typography variant="caption" sx={{ color: 'desk.text2', overflowWrap: 'anywhere' }}>
        {post.sender}
        {post.attachments > 0 && `. ${t('invoiceQueries.attachments', { smart_count: post.attachments })}`}
      </Typography>
    </div>
  );
}

const NEVER = { value: '', fault: null, unit: null, start: 0, end: 0 } as const;

function Numbers({ query }: { query: InvoiceQuery }) {
  const t = useT();
  const all = query.posts.flatMap(post => post.numbers);
  const unique = [...new Map(all.map(number => [number.value, number])).values()];
  const invoice = unique.some(({ meaning }) => meaning === 'INVOICE_NUMBER' || meaning === 'KID');
  return (
    <Box component="section" aria-label={t('invoiceQueries.numbers')}>
      <Typography variant="h2" sx={{ mb: 0.5 }}>
        {t('invoiceQueries.numbers')}
      </Typography>
      {unique.length === 0 && <Typography>{t('invoiceQueries.noNumbers')}</Typography>}
      <Box
        component="table"
        sx={{
          width: 1,
          borderCollapse: 'collapse',
          fontSize: 13,
          '& td, & th': { py: 0.75, textAlign: 'left', borderBottom: 1, borderColor: 'desk.line' },
        }}
      >
        <tbody>
          {unique.map(number => (
            <NumberRow key={number.value} number={number} />
          ))}
          {!invoice && <NumberRow number={{ ...NEVER, label: 'INVOICE', meaning: 'UNKNOWN' }} />}
        </tbody>
      </Box>
      {query.wantedReference && (
        <Typography sx={{ mt: 1, fontSize: 13, overflowWrap: 'anywhere' }}>
          <Box component="span" sx={{ color: 'desk.text2' }}>
            {t('invoiceQueries.wanted')}:{' '}
          </Box>
          {query.wantedReference}
        </Typography>
      )}
    </Box>
  );
}

const SURE: readonly AskedNumber['meaning'][] = [
  ...(['INVOICE_NUMBER', 'CREDIT_NOTE_NUMBER', 'KID', 'ORDER_NUMBER', 'CASE_NUMBER'] as const),
];
const icons = {
  odd: ExclamationmarkTriangleFillIcon,
  sure: CheckmarkCircleIcon,
  unknown: QuestionmarkCircleIcon,
  none: MinusCircleIcon,
};

function lookOf({ fault, unit, meaning, value }: AskedNumber): keyof typeof icons {
  if (fault !== null || unit === 'SUB_UNIT' || unit === 'ISSUER') return 'odd';
  if (SURE.includes(meaning) || unit === 'MAIN_UNIT') return 'sure';
  return meaning === 'UNKNOWN' && value !== '' ? 'unknown' : 'none';
}

function useName({ fault, unit, meaning, value }: AskedNumber): string {
  const t = useT();
  if (fault) return t(`invoiceQueries.fault.${fault}`);
  if (unit) return t(`invoiceQueries.unit.${unit}`);
  return t(value === '' ? 'invoiceQueries.missing' : `invoiceQueries.meaning.${meaning}`);
}

function NumberRow({ number }: { number: AskedNumber }) {
  const t = useT();
  const name = useName(number);
  const look = lookOf(number);
  const Icon = icons[look];
  return (
    <tr>
      <Box component="th" scope="row" sx={{ fontWeight: 400, color: 'desk.text2', pr: 1 }}>
        {t(`invoiceQueries.label.${number.label ?? 'NONE'}`)}
      </Box>
      <Box component="td" sx={{ fontVariantNumeric: 'tabular-nums', pr: 1 }}>
        {number.value || t('invoiceQueries.notGiven')}
      </Box>
      <td>
        <Box
          component="span"
          sx={{
            ...{ display: 'inline-flex', gap: 0.5, alignItems: 'center' },
            '& svg': { flex: 'none', color: look === 'odd' ? 'desk.warn.icon' : 'desk.text2' },
          }}
        >
          <Icon aria-hidden fontSize="1rem" />
          {name}
        </Box>
      </td>
    </tr>
  );
}
