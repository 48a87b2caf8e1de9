import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import { useFormat, useT } from '../../../i18n/index.ts';
import { useMay } from '../../../session.ts';
import { ComingChanges } from '../../../shared/changes/ComingChanges.tsx';
import { useDayShown } from '../../../shared/changes/VersionPage.tsx';
import { type Column, DeskTable } from '../../../shared/DeskTable.tsx';
import { ErrorPanel } from '../../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../../shared/LoadingShape.tsx';
import { PageHead } from '../../../shared/PageHead.tsx';
import { RowLink } from '../../../shared/RowLink.tsx';
import { ProposeTextDialog } from './ProposeTextDialog.tsx';
import type { DecisionText } from './text.documents.ts';
import { addressOf, useTextChanges, useTextHistory, useTextsOn, useTextWords } from './useTexts.tsx';

/** Every ground a caseworker can tick and every rule of law a decision can rest on, on a day. */
export function TextList() {
  const t = useT();
  const may = useMay();
  const shown = useDayShown();
  const columns = useColumns();
  const [making, setMaking] = useState(false);
  const { data, error, refetch } = useTextsOn(shown.day);
  const make = (
    <Button variant="contained" onClick={() => setMaking(true)}>
      {t('decisionTexts.make')}
    </Button>
  );
  return (
    <>
      <PageHead
        title={t('decisionTexts.title')}
        lead={t('decisionTexts.lead')}
        crumb={
          <Link component={RouterLink} to="/catalogue">
            {t('catalogue.title')}
          </Link>
        }
        actions={may('catalogue', 'propose') ? make : undefined}
      />
      <Box sx={{ px: 3, pb: 3, display: 'grid', gap: 2.5 }}>
        {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
        {!data && !error && <LoadingShape />}
        {data && (
          <>
            <Coming />
            {shown.field(t('decisionTexts.day'), data.day)}
            <DeskTable
              label={t('decisionTexts.title')}
              columns={columns}
              rows={data.texts}
              rowKey={row => `${row.kind}-${row.id}`}
              groupOf={row => ({ key: row.kind, heading: t(`decisionTexts.kinds.${row.kind}`) })}
            />
          </>
        )}
      </Box>
      {making && <ProposeTextDialog text={null} onClose={() => setMaking(false)} />}
    </>
  );
}

function Coming() {
  const kind = useTextChanges();
  const { data: grounds } = useTextHistory('GROUND', null);
  const { data: law } = useTextHistory('STATUTE', null);
  const changes = [...(grounds?.changes ?? []), ...(law?.changes ?? [])];
  return <ComingChanges changes={changes} kind={kind} named />;
}

function useColumns(): Column<DecisionText>[] {
  const t = useT();
  const format = useFormat();
  const words = useTextWords();
  const whole = (text: string) => (
    <Box component="span" title={text}>
      {text}
    </Box>
  );
  return [
    {
      key: 'label',
      label: t('decisionTexts.label'),
      width: '36%',
      render: row => <RowLink to={addressOf(row)}>{words.say(row)}</RowLink>,
    },
    { key: 'fits', label: t('decisionTexts.fits'), render: row => whole(words.fits(row)) },
    {
      key: 'outcomes',
      label: t('decisionTexts.outcomes'),
      width: '18%',
      render: row => whole(words.outcomes(row)),
    },
    { key: 'since', label: t('catalogue.since'), width: 130, render: row => format.date(row.validFrom) },
  ];
}
