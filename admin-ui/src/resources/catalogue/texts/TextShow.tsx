import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useFormat, useT } from '../../../i18n/index.ts';
import { NotFound } from '../../../layout/NotFound.tsx';
import { useMay } from '../../../session.ts';
import { ChangedLines } from '../../../shared/changes/ChangedLines.tsx';
import { ChangeHistory } from '../../../shared/changes/ChangeHistory.tsx';
import { ComingChanges } from '../../../shared/changes/ComingChanges.tsx';
import { VersionPage } from '../../../shared/changes/VersionPage.tsx';
import { Facts } from '../Facts.tsx';
import { ProposeTextDialog } from './ProposeTextDialog.tsx';
import type { DecisionText } from './text.documents.ts';
import type { TextKind } from './text.provider.ts';
import { KINDS, TextDiff, useTextChanges, useTextHistory, useTextsOn, useTextWords } from './useTexts.tsx';

/** One ground or rule of law: what it says today, what is coming, and every version it has had. */
export function TextShow() {
  const { kind, code = '' } = useParams();
  const known = KINDS.find(one => one === kind);
  return known ? <Shown kind={known} code={code} /> : <NotFound />;
}

function Shown({ kind, code }: { kind: TextKind; code: string }) {
  const t = useT();
  const page = useTextsOn(null);
  const history = useTextHistory(kind, code);
  const holds = page.data?.texts.find(one => one.kind === kind && one.code === code);
  // One that has not begun, or has ended, is shown as it was last written.
  const text = holds ?? history.data?.changes[0]?.text ?? history.data?.born[0];
  if (page.data && history.data && text)
    return <TextPage text={text} holds={holds !== undefined} history={history.data} />;
  if (page.data && history.data) return <NotFound />;
  const list = { to: '/catalogue/texts', label: t('decisionTexts.title') };
  return (
    <VersionPage
      title={t('decisionTexts.title')}
      list={list}
      error={page.error ?? history.error}
      onRetry={() => void Promise.all([page.refetch(), history.refetch()])}
    />
  );
}

interface TextPageProps {
  text: DecisionText;
  holds: boolean;
  history: NonNullable<ReturnType<typeof useTextHistory>['data']>;
}

function TextPage({ text, holds, history }: TextPageProps) {
  const t = useT();
  const may = useMay();
  const format = useFormat();
  const words = useTextWords();
  const kind = useTextChanges();
  const [proposing, setProposing] = useState(false);
  return (
    <VersionPage
      title={words.say(text)}
      lead={`${t(`decisionTexts.kind.${text.kind}`)} ${text.code}`}
      list={{ to: '/catalogue/texts', label: t('decisionTexts.title') }}
      onPropose={may('catalogue', 'propose') ? () => setProposing(true) : undefined}
    >
      {holds ? (
        <Facts lines={[...words.lines(text), [t('catalogue.since'), format.date(text.validFrom)]]} />
      ) : (
        <Typography>{t('decisionTexts.holdsNot')}</Typography>
      )}
      <ComingChanges changes={history.changes} kind={kind} />
      <ChangeHistory
        changes={history.changes}
        text={t('decisionTexts.historyText')}
        more={change => <TextDiff change={change} />}
        born={<Born versions={history.born} />}
      />
      {proposing && <ProposeTextDialog text={text} onClose={() => setProposing(false)} />}
    </VersionPage>
  );
}

/** Each against the one before it; the first one whole. */
function Born({ versions }: { versions: readonly DecisionText[] }) {
  const t = useT();
  const format = useFormat();
  const { lines } = useTextWords();
  return versions.map((version, at) => {
    const before = versions[at + 1];
    return (
      <Box key={version.id} sx={{ mb: 1 }}>
        <Typography variant="subtitle2">
          {t('decisionTexts.from', { day: format.date(version.validFrom) })}
        </Typography>
        <ChangedLines lines={lines(version)} before={before ? lines(before) : null} words />
      </Box>
    );
  });
}
