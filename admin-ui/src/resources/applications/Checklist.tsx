import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useFormat, useT } from '../../i18n/index.ts';
import { useCaseDocuments } from '../../shared/document-viewer/case-documents.provider.ts';
import { SrOnly } from '../../shared/SrOnly.tsx';
import { StatusIcon } from '../../shared/StatusChip.tsx';
import type { Application } from './application.documents.ts';
import { useKindName, useWords } from './application-words.ts';
import { inSentence } from './in-sentence.ts';

type Requirement = Application['checklist'][number];

/** What the exception asks for, what meets it, and what is missing. */
export function Checklist({ application }: { application: Application }) {
  const t = useT();
  const { checklist } = application;
  const met = checklist.filter(one => one.met).length;
  const whole = met === checklist.length;
  return (
    <Box component="section" aria-label={t('applications.checklist.title')}>
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 1 }}>
        <Typography variant="h2">{t('applications.checklist.title')}</Typography>
        <Typography
          component="span"
          variant="caption"
          sx={{
            ...{ display: 'inline-flex', alignItems: 'center', gap: 0.5 },
            '& svg': { color: whole ? 'desk.ok.icon' : 'desk.warn.icon' },
          }}
        >
          <StatusIcon shape={whole ? 'approved' : 'attention'} size={16} />
          {t('applications.checklist.count', { met, all: checklist.length })}
        </Typography>
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 0.75, p: 0, display: 'grid', gap: 0.75 }}>
        {checklist.map(requirement => (
          <Line key={requirement.key} requirement={requirement} application={application} />
        ))}
      </Box>
      <Arrival application={application} />
    </Box>
  );
}

function Line({ requirement, application }: { requirement: Requirement; application: Application }) {
  const t = useT();
  const words = useWords();
  const { met, label } = requirement;
  return (
    <Box
      component="li"
      sx={{
        ...{ display: 'flex', gap: 1 },
        '& > svg': { flex: 'none', mt: '1px', color: met ? 'desk.ok.icon' : 'desk.warn.icon' },
      }}
    >
      <StatusIcon shape={met ? 'approved' : 'attention'} size={18} />
      <Box sx={{ minWidth: 0 }}>
        <SrOnly>{t(met ? 'applications.checklist.met' : 'applications.checklist.missing')}: </SrOnly>
        {words(label)}
        <Typography variant="caption" component="div" sx={{ color: 'desk.text2', overflowWrap: 'anywhere' }}>
          <Proof requirement={requirement} application={application} />
        </Typography>
      </Box>
    </Box>
  );
}

/** Where it stands: in the application itself, or in which papers. */
function Proof({ requirement, application }: { requirement: Requirement; application: Application }) {
  const t = useT();
  const format = useFormat();
  const kindName = useKindName();
  const { data } = useCaseDocuments(application.caseId);
  const { key, met, by, missing } = requirement;
  if (!met) {
    const ways = missing.map(({ kinds }) => kinds.map(kind => inSentence(kindName(kind))).join(' + '));
    const what = ways.join(` ${t('applications.form.or')} `);
    return what ? t('applications.checklist.missingIs', { what }) : t('applications.checklist.missing');
  }
  if (key === 'FIRM') return `${format.orgNumber(application.firm.orgNumber)}, ${application.firm.form}`;
  if (key === 'PERSON')
    return [t('applications.checklist.application'), application.person?.maskedNationalId]
      .filter(Boolean)
      .join(', ');
  const papers = (data?.documents ?? []).filter(({ id }) => by.includes(id));
  const names = papers.map(({ kind, title }) => title ?? inSentence(kindName(kind)));
  return names.join(', ') || t('applications.checklist.application');
}

/** How, when and through whom it came. */
export function Arrival({ application }: { application: Application }) {
  const t = useT();
  const format = useFormat();
  const { channel, channelAllowed, receivedOn, registeredBy, registrar } = application;
  const by = registeredBy ? t('applications.checklist.by', { name: registeredBy.name }) : '';
  const came = t('applications.checklist.came', {
    channel: t(`applications.checklist.ways.${channel}`),
    date: format.shortDate(receivedOn),
  });
  return (
    <Typography variant="caption" component="p" sx={{ color: 'desk.text2', mt: 0.75 }}>
      {/* A short date may end in a full stop of its own. */}
      {`${came}${by}${registrar ? ` (${registrar})` : ''}.`.replace(/\.+$/, '.')}{' '}
      {t(channelAllowed ? 'applications.checklist.secure' : 'applications.checklist.unsafe')}
    </Typography>
  );
}
