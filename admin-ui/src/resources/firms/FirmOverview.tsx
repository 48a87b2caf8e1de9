import Box from '@mui/material/Box';
import { useFormat, useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { CaseStatusChip } from '../../shared/CaseStatusChip.tsx';
import { RowLink } from '../../shared/RowLink.tsx';
import { Section } from '../../shared/Section.tsx';
import { CallList } from '../caller/CallList.tsx';
import { ControlVisits } from '../control-visits/ControlVisits.tsx';
import { useControlVisits } from '../control-visits/control-visit.provider.ts';
import { Delegations } from './Delegations.tsx';
import { FirmApprovals } from './FirmApprovals.tsx';
import { FirmConditions } from './FirmConditions.tsx';
import type { FirmDetail } from './firm.documents.ts';
import { Lines } from './Lines.tsx';

export function FirmOverview({ firm }: { firm: FirmDetail }) {
  return (
    <Box
      sx={{
        ...{ display: 'grid', gap: 2, alignItems: 'start' },
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) minmax(0, 1fr)' },
      }}
    >
      <Box sx={column}>
        <Standing firm={firm} />
      </Box>
      <Box sx={column}>
        <GoingOn firm={firm} />
      </Box>
    </Box>
  );
}

const column = { display: 'grid', gap: 2, minWidth: 0 } as const;

/** What the firm is, and who acts for it; the authority sees nothing of whom the issuer lets order. */
function Standing({ firm }: { firm: FirmDetail }) {
  const t = useT();
  const format = useFormat();
  const may = useMay();
  return (
    <>
      <Section title={t('firms.approvals')}>
        <FirmApprovals firm={firm} />
      </Section>
      {may('order', 'read') && (
        <Section title={t('firms.whoMayOrder')}>
          <Roles roles={firm.roles} />
          <Delegations firm={firm} />
        </Section>
      )}
      <Section title={t('firms.units')} aside={format.count(firm.unitCount)}>
        <Units units={firm.units} />
      </Section>
    </>
  );
}

/** What the desk does with it, and has seen at it. */
function GoingOn({ firm }: { firm: FirmDetail }) {
  const t = useT();
  const format = useFormat();
  const may = useMay();
  return (
    <>
      <Section title={t('firms.cases')} aside={format.count(firm.openCases)}>
        <Cases cases={firm.cases} />
      </Section>
      {may('visit', 'read') && <Seen firm={firm} />}
      {firm.calls.length > 0 && (
        <Section title={t('firms.calls')}>
          <CallList calls={firm.calls} empty="" />
        </Section>
      )}
    </>
  );
}

/** Of the authority alone: how it stands with the conditions, and the control visits. */
function Seen({ firm }: { firm: FirmDetail }) {
  const t = useT();
  const { data } = useControlVisits(firm.orgNumber);
  const main = firm.mainUnit ?? firm;
  return (
    <>
      {data?.approvalCase && <FirmConditions approvalCase={data.approvalCase} />}
      <Section title={t('visits.title')}>
        <ControlVisits orgNumber={firm.orgNumber} units={[main, ...firm.units]} />
      </Section>
    </>
  );
}

function Roles({ roles }: Pick<FirmDetail, 'roles'>) {
  const t = useT();
  return (
    <Lines
      title={t('firms.roles')}
      empty={t('firms.noRoles')}
      rows={roles.map(({ id, code, holderName, personId, orders }) => ({
        key: id,
        what:
          personId && holderName ? (
            <RowLink to={`/persons/${personId}`}>{holderName}</RowLink>
          ) : (
            (holderName ?? t('firms.protectedName'))
          ),
        note: `${code}, ${orders ? t('firms.orders') : t('firms.ordersNot')}`,
      }))}
    />
  );
}

function Units({ units }: Pick<FirmDetail, 'units'>) {
  const t = useT();
  const format = useFormat();
  return (
    <Lines
      empty={t('firms.noUnits')}
      rows={units.map(({ id, orgNumber, name, status, city }) => ({
        key: id,
        what: <RowLink to={`/firms/${orgNumber}`}>{name}</RowLink>,
        note: [
          ...[format.orgNumber(orgNumber), city],
          status === 'ACTIVE' ? null : t(`firms.status.${status}`),
        ]
          .filter(Boolean)
          .join(' · '),
      }))}
    />
  );
}

function Cases({ cases }: Pick<FirmDetail, 'cases'>) {
  const t = useT();
  const format = useFormat();
  return (
    <Lines
      empty={t('firms.noCases')}
      rows={cases.map(({ id, number, kind, status, openedOn, personName }) => ({
        key: id,
        what: <RowLink to={`/cases/${id}`}>{number}</RowLink>,
        chip: <CaseStatusChip status={status} />,
        note: [t(`enums.caseKind.${kind}`), personName, format.date(openedOn)].filter(Boolean).join(' · '),
      }))}
    />
  );
}
