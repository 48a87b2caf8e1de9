import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useFormat, useT } from '../../i18n/index.ts';
import type { Application } from './application.documents.ts';
import { useCodeName } from './application-words.ts';

/** What the application says, whom it is about, and what it holds up. */
export function AboutApplication({ application }: { application: Application }) {
  const t = useT();
  const format = useFormat();
  const codeName = useCodeName();
  const { person, related, firm, waitingOrders, code } = application;
  const born = person?.birthDate
    ? t('applications.facts.born', { date: format.date(person.birthDate) })
    : null;
  const people = [person?.maskedNationalId, born, person?.restricted && t('applications.facts.restricted')];
  return (
    <Box component="section" aria-label={t('applications.facts.show')}>
      <Typography variant="h2" sx={{ mb: 0.5 }}>
        {t('applications.facts.show')}
      </Typography>
      <Box component="dl" sx={{ m: 0 }}>
        <Row label={t('approvals.about.kind')}>{codeName(code)}</Row>
        {person && (
          <Row label={t('applications.facts.person')} note={people.filter(Boolean).join(', ')}>
            {person.name}
          </Row>
        )}
        {related && (
          <Row label={t('applications.facts.related')} note={related.maskedNationalId}>
            {related.name}
          </Row>
        )}
        <Row label={t('applications.facts.firm')} note={`${format.orgNumber(firm.orgNumber)}, ${firm.form}`}>
          {firm.name}
        </Row>
        <Claims application={application} />
        {waitingOrders.length > 0 && (
          <Row label={t('applications.facts.orders')}>
            {waitingOrders.map(({ number, line, scheme, cancelOn }) => (
              <div key={`${number}-${line}`}>
                {t('applications.facts.order', { number, line, scheme: t(`enums.scheme.${scheme}`) })}
                {cancelOn && `, ${t('applications.facts.cancels', { date: format.shortDate(cancelOn) })}`}
              </div>
            ))}
          </Row>
        )}
      </Box>
    </Box>
  );
}

function Claims({ application }: { application: Application }) {
  const t = useT();
  const format = useFormat();
  const { claims, contactName, contactEmail } = application;
  const contact = [contactName, contactEmail].filter(Boolean).join(', ');
  return (
    <>
      {application.wantedFrom && (
        <Row label={t('applications.facts.wanted')}>{format.date(application.wantedFrom)}</Row>
      )}
      {application.evidenceEndsOn && (
        <Row label={t('applications.facts.evidence')}>{format.date(application.evidenceEndsOn)}</Row>
      )}
      {claims.vatProvision && <Row label={t('applications.facts.form50')}>{claims.vatProvision}</Row>}
      {claims.foreignStaff && (
        <Row label={t('applications.facts.staff')}>
          {t(`applications.form.foreignStaffIs.${claims.foreignStaff}`)}
        </Row>
      )}
      {claims.employees !== null && (
        <Row label={t('approvals.about.employees')}>{format.number(claims.employees)}</Row>
      )}
      {claims.workers !== null && (
        <Row label={t('approvals.about.workers')}>{format.number(claims.workers)}</Row>
      )}
      {claims.dischargeDuty !== null && (
        <Row label={t('approvals.about.discharge')}>
          {t(claims.dischargeDuty ? 'approvals.form.yes' : 'approvals.form.no')}
        </Row>
      )}
      {claims.note && <Row label={t('applications.facts.note')}>{claims.note}</Row>}
      {contact && <Row label={t('applications.facts.contact')}>{contact}</Row>}
    </>
  );
}

interface RowProps {
  label: string;
  note?: ReactNode;
  children: ReactNode;
}

function Row({ label, note, children }: RowProps) {
  return (
    <Box
      sx={{
        ...{ display: 'grid', gridTemplateColumns: '92px minmax(0, 1fr)', gap: 1, py: 0.625, fontSize: 13 },
        ...{ borderBottom: 1, borderColor: 'desk.line' },
      }}
    >
      <Box component="dt" sx={{ color: 'desk.text2' }}>
        {label}
      </Box>
      <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
        {children}
        {note && (
          <Typography variant="caption" component="div" sx={{ color: 'desk.text2' }}>
            {note}
          </Typography>
        )}
      </Box>
    </Box>
  );
}
