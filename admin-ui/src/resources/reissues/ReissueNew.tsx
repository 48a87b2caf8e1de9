import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Link as RouterLink, useNavigate, useParams, useSearchParams } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { Kbd } from '../../shared/Kbd.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { Notice } from '../../shared/Notice.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { useFieldErrorText } from '../../shared/useErrorText.ts';
import { useWrite } from '../../shared/useWrite.ts';
import { BeforeAfter } from './BeforeAfter.tsx';
import { KEYS } from './keys.ts';
import { OtherInvoices } from './OtherInvoices.tsx';
import { PlanTable } from './PlanTable.tsx';
import type { ReissueCause, ReissuePreview } from './reissue.documents.ts';
import { previewReissue, proposeReissue } from './reissue.provider.ts';

const CAUSES: readonly ReissueCause[] = ['WRONG_REFERENCE', 'REFERENCE_NOT_GIVEN', 'REFERENCE_CHANGED'];
const FORM = 'reissue-form';

/** A new reference for an invoice, or for several of the same firm: what will happen, and on to a colleague. */
export function ReissueNew() {
  const t = useT();
  const { id = '' } = useParams();
  const [others, setOthers] = useState<readonly string[]>([]);
  const [asked] = useSearchParams();
  const [reference, setReference] = useState(asked.get('reference') ?? '');
  const [cause, setCause] = useState<ReissueCause>('WRONG_REFERENCE');
  const navigate = useNavigate();
  const invoiceIds = [id, ...others];
  const typed = useDeferredValue(reference.trim());
  const { data, error, refetch } = useQuery({
    queryKey: ['reissue', 'preview', invoiceIds, typed],
    queryFn: ({ signal }) => previewReissue({ invoiceIds, reference: typed || null }, signal),
    placeholderData: keepPreviousData,
  });
  const propose = useWrite(proposeReissue, {
    said: t('reissues.sent'),
    keys: KEYS,
    onDone: ({ proposal }) => void navigate(`/reissues/${proposal.id}`),
  });
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingShape />;
  const first = data.rows.find(row => row.invoiceId === id);
  if (!first) return <LoadingShape />;
  const form = { reference, setReference, cause, setCause, refused: propose.error };
  return (
    <>
      <PageHead
        title={t('reissues.wizard', { number: first.number })}
        lead={data.firmName}
        crumb={
          <Link component={RouterLink} to={`/invoices/${id}`}>
            {`${t('reissues.invoice')} ${first.number}`}
          </Link>
        }
        actions={
          <Button
            type="submit"
            form={FORM}
            variant="contained"
            disabled={propose.isPending || data.ready === 0}
          >
            {t('reissues.send')} <Kbd>Ctrl ↵</Kbd>
          </Button>
        }
      />
      <Box
        component="form"
        id={FORM}
        noValidate
        onSubmit={event => {
          event.preventDefault();
          propose.mutate({ invoiceIds, reference, cause });
        }}
        sx={{ px: 3, pb: 3, display: 'grid', gap: 2.5 }}
      >
        <Notice tone="info" title={t('reissues.intro')} />
        {propose.error && <ErrorPanel error={propose.error} />}
        <Reference data={data} form={form} />
        {first.problem && first.problem !== 'SAME_REFERENCE' && (
          <Notice tone="warn" title={t(`reissues.problem.${first.problem}`)} role="status" />
        )}
        <BeforeAfter
          row={first}
          numbers={{
            creditNote: t('reissues.next', { number: data.nextCreditNumber }),
            invoice: t('reissues.next', { number: data.nextNumber }),
            kid: data.nextKid,
          }}
          reference={typed || '–'}
        />
        <OtherInvoices of={id} orgNumber={data.orgNumber} chosen={others} onChange={setOthers} />
        {others.length > 0 && <Bulk data={data} />}
        <Typography sx={{ color: 'desk.text2' }}>{t('reissues.footer')}</Typography>
      </Box>
    </>
  );
}

interface ReferenceProps {
  data: ReissuePreview;
  form: {
    reference: string;
    setReference: (text: string) => void;
    cause: ReissueCause;
    setCause: (cause: ReissueCause) => void;
    refused: unknown;
  };
}

function Reference({ data, form }: ReferenceProps) {
  const t = useT();
  const faultText = useFieldErrorText();
  const { referenceFault, rows } = data;
  const told =
    referenceFault === 'TEXT_TOO_LONG' || referenceFault === 'INVALID'
      ? t(`errors.field.${referenceFault}`)
      : faultText(form.refused, 'reference');
  return (
    <>
      <Box
        sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', lg: '1fr 320px' }, maxWidth: 960 }}
      >
        <TextField
          label={t('reissues.reference')}
          value={form.reference}
          onChange={event => form.setReference(event.target.value)}
          error={told !== undefined}
          helperText={told}
          slotProps={{ htmlInput: { maxLength: 150, autoComplete: 'off' } }}
          required
          autoFocus
        />
        <TextField
          select
          label={t('reissues.cause')}
          value={form.cause}
          onChange={event => {
            const chosen = CAUSES.find(one => one === event.target.value);
            if (chosen) form.setCause(chosen);
          }}
        >
          {CAUSES.map(one => (
            <MenuItem key={one} value={one}>
              {t(`reissues.causes.${one}`)}
            </MenuItem>
          ))}
        </TextField>
      </Box>
      {rows.some(({ problem }) => problem === 'SAME_REFERENCE') && (
        <Notice tone="warn" title={t('reissues.sameTitle')} role="status">
          <Typography>{t('reissues.sameText')}</Typography>
        </Notice>
      )}
    </>
  );
}

function Bulk({ data: { rows, ready, refused } }: { data: ReissuePreview }) {
  const t = useT();
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Typography role="status">{t('reissues.ready', { ready, refused })}</Typography>
      <PlanTable rows={rows.map(plan => ({ plan, state: null, creditNote: null, newInvoice: null }))} />
    </Box>
  );
}
