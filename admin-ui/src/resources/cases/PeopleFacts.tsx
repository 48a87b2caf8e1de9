import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Link from '@mui/material/Link';
import { XMarkIcon } from '@navikt/aksel-icons';
import { Link as RouterLink } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { useMe } from '../../session.ts';
import { Fact } from '../../shared/Fact.tsx';
import { useCaseDesk } from './CaseContext.tsx';

interface TakeAwayProps {
  label: string;
  onClick: () => void;
}

function TakeAway({ label, onClick }: TakeAwayProps) {
  return (
    <IconButton
      size="small"
      aria-label={label}
      title={label}
      onClick={onClick}
      sx={{ width: 24, height: 24, fontSize: 16 }}
    >
      <XMarkIcon aria-hidden />
    </IconButton>
  );
}

const line = { display: 'flex', alignItems: 'flex-start', justifyContent: 'space-between', gap: 0.5 };

/** Other cases that belong with this one, and who must keep away from it. */
export function PeopleFacts() {
  const t = useT();
  const me = useMe();
  const { detail, open } = useCaseDesk();
  const { links, barred, allowedActions } = detail;
  return (
    <>
      {links.length > 0 && (
        <Fact cut label={t('casePage.facts.links')}>
          {links.map(link => (
            <Box key={link.id} sx={line}>
              <span>
                <Link component={RouterLink} to={`/cases/${link.caseId}`}>
                  {link.number}
                </Link>{' '}
                {link.title}
                <Box component="span" sx={{ display: 'block', fontSize: 12, color: 'desk.text2' }}>
                  {t(`enums.relation.${link.relation}`).toLowerCase()},{' '}
                  {t(`enums.caseStatus.${link.status}`).toLowerCase()}
                </Box>
              </span>
              {allowedActions.includes('LINK') && (
                <TakeAway
                  label={t('caseForms.unlink.label', { number: link.number })}
                  onClick={() => open({ name: 'UNLINK', link })}
                />
              )}
            </Box>
          ))}
        </Fact>
      )}
      {barred.length > 0 && (
        <Fact cut={links.length === 0} label={t('casePage.facts.barred')}>
          {barred.map(person => (
            <Box key={person.staff.id} sx={line}>
              <span>
                {person.staff.name}
                <Box component="span" sx={{ display: 'block', fontSize: 12, color: 'desk.text2' }}>
                  {person.reason === 'OTHER'
                    ? t('casePage.event.other')
                    : t(`enums.barReason.${person.reason}`).toLowerCase()}
                </Box>
              </span>
              {allowedActions.includes('BAR') && person.staff.id !== me.id && !person.byTie && (
                <TakeAway
                  label={t('caseForms.unbar.label', { name: person.staff.name })}
                  onClick={() => open({ name: 'UNBAR', person })}
                />
              )}
            </Box>
          ))}
        </Fact>
      )}
    </>
  );
}
