import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { ArrowRightIcon, PlusIcon } from '@navikt/aksel-icons';
import { type ReactNode, useId } from 'react';
import { useFormat, useT } from '../../i18n/index.ts';
import type { PlanRow } from './reissue.documents.ts';

interface BeforeAfterProps {
  row: PlanRow;
  /** What the series gives next; what was given once it is done. */
  numbers: { creditNote: string; invoice: string; kid: string };
  reference: ReactNode;
}

/** Now, credited, new and afterwards: one invoice, four boxes side by side. */
export function BeforeAfter({ row, numbers, reference }: BeforeAfterProps) {
  const t = useT();
  const format = useFormat();
  const { number, kid, customerReference, grossOre, after } = row;
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1.5,
        alignItems: 'center',
        gridTemplateColumns: { xs: '1fr', lg: '1fr auto 1fr auto 1.35fr 1fr' },
        '& > svg': { color: 'desk.text2', justifySelf: 'center' },
      }}
    >
      <Card over={t('reissues.now')} title={t('reissues.invoice')}>
        <Line label={t('reissues.number')}>{number}</Line>
        <Line label={t('reissues.kid')}>{kid}</Line>
        <Line label={t('reissues.ref')}>
          <Box component="del" sx={{ color: 'desk.bad.text' }}>
            {customerReference ?? '–'}
          </Box>
        </Line>
        <Line label={t('reissues.sum')}>{format.kroner(grossOre)}</Line>
      </Card>
      <ArrowRightIcon aria-hidden />
      <Card over={t('reissues.credited')} title={t('reissues.creditNote')}>
        <Line label={t('reissues.number')}>{numbers.creditNote}</Line>
        <Line label={t('reissues.pointsTo')}>{number}</Line>
        <Line label={t('reissues.ehfType')}>381</Line>
        <Line label={t('reissues.sum')}>{format.kroner(-after.grossOre)}</Line>
      </Card>
      <PlusIcon aria-hidden />
      <Card over={t('reissues.fresh')} title={t('reissues.invoice')} strong>
        <Line label={t('reissues.number')}>{numbers.invoice}</Line>
        <Line label={t('reissues.kid')}>{numbers.kid}</Line>
        <Line label={t('reissues.ref')}>{reference}</Line>
        <Line label={t('reissues.sum')}>{format.kroner(after.grossOre)}</Line>
      </Card>
      <Card title={t('reissues.after')}>
        <Line label={t(after.owedOre < 0 ? 'reissues.owed' : 'reissues.owes')}>
          {format.kroner(Math.abs(after.owedOre))}
        </Line>
        <Line label={t('reissues.moved')}>{format.kroner(after.movedOre)}</Line>
        <Line label={t('reissues.due')}>{format.date(after.dueOn)}</Line>
      </Card>
    </Box>
  );
}

interface CardProps {
  over?: string;
  title: string;
  strong?: boolean;
  children: ReactNode;
}

function Card({ over, title, strong = false, children }: CardProps) {
  const id = useId();
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{
        border: strong ? 2 : 1,
        borderColor: strong ? 'desk.accent' : 'desk.line2',
        borderRadius: '8px',
        bgcolor: over ? 'desk.paper' : 'desk.tint',
        p: 2,
        minWidth: 0,
        alignSelf: 'stretch',
      }}
    >
      <Box id={id}>
        {over && (
          <Typography
            variant="caption"
            component="div"
            sx={{ color: strong ? 'desk.accentText' : 'desk.text2' }}
          >
            {over}
          </Typography>
        )}
        <Typography variant="h3" component="h3">
          {title}
        </Typography>
      </Box>
      <Box component="dl" sx={{ m: 0, mt: 1, display: 'grid', gap: 0.75 }}>
        {children}
      </Box>
    </Box>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: 1.5 }}>
      <Box component="dt" sx={{ color: 'desk.text2', flex: 'none' }}>
        {label}
      </Box>
      <Box component="dd" sx={{ m: 0, minWidth: 0, overflowWrap: 'anywhere', textAlign: 'right' }}>
        {children}
      </Box>
    </Box>
  );
}
