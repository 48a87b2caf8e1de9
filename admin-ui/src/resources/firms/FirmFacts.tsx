import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useFormat, useT } from '../../i18n/index.ts';
import { Fact } from '../../shared/Fact.tsx';
import { RowLink } from '../../shared/RowLink.tsx';
import type { FirmDetail } from './firm.documents.ts';
import { RefreshFirm } from './RefreshFirm.tsx';

/** As the registers have it; nothing of it is edited here. */
export function FirmFacts({ firm }: { firm: FirmDetail }) {
  const t = useT();
  const format = useFormat();
  const { refreshedAt, mainUnit, form, registeredOn, sectorCode, employees } = firm;
  return (
    <Box component="section" aria-label={t('firms.facts')}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {t('firms.facts')}
      </Typography>
      <Box component="dl" sx={{ display: 'grid', gap: 1.25, m: 0 }}>
        <Fact label={t('firms.orgNumber')}>{format.orgNumber(firm.orgNumber)}</Fact>
        {mainUnit && (
          <Fact label={t('firms.mainUnit')} note={format.orgNumber(mainUnit.orgNumber)}>
            <RowLink to={`/firms/${mainUnit.orgNumber}`}>{mainUnit.name}</RowLink>
          </Fact>
        )}
        <Fact label={t('firms.form')}>{form}</Fact>
        {registeredOn && <Fact label={t('firms.registered')}>{format.date(registeredOn)}</Fact>}
        {/* The registers ask it of the main unit; its page says so. */}
        {!mainUnit && <Memberships firm={firm} />}
        {sectorCode && <Fact label={t('firms.sector')}>{sectorCode}</Fact>}
        {employees !== null && <Fact label={t('firms.employeeCount')}>{format.number(employees)}</Fact>}
        <Fact label={t('firms.address')}>{addressOf(firm)}</Fact>
      </Box>
      <Typography variant="caption" component="p" sx={{ color: 'desk.text2', mt: 1.5 }}>
        {refreshedAt
          ? t('firms.refreshed', { when: format.dateTime(refreshedAt) })
          : t('firms.neverRefreshed')}
      </Typography>
      <RefreshFirm orgNumber={firm.orgNumber} />
    </Box>
  );
}

function Memberships({ firm: { inVatRegister, inCompanyRegister } }: { firm: FirmDetail }) {
  const t = useT();
  const word = (is: boolean | null) => {
    if (is === null) return t('firms.unknown');
    return is ? t('firms.yes') : t('firms.no');
  };
  return (
    <>
      <Fact label={t('firms.vat')}>{word(inVatRegister)}</Fact>
      <Fact label={t('firms.company')}>{word(inCompanyRegister)}</Fact>
    </>
  );
}

function addressOf({ street, postcode, city }: FirmDetail): string {
  const place = [postcode, city].filter(Boolean).join(' ');
  return [street, place].filter(Boolean).join(', ') || '–';
}
