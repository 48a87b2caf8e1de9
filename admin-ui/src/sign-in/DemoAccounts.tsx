import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { ChevronRightIcon } from '@navikt/aksel-icons';
import { useMutation } from '@tanstack/react-query';
import { useT } from '../i18n/index.ts';
import type { Settings } from '../session.documents.ts';
import { signInDemo } from '../session.ts';
import { ErrorPanel } from '../shared/ErrorPanel.tsx';
import { Initials } from '../shared/OwnerAvatar.tsx';
import { StatusChip } from '../shared/StatusChip.tsx';

type Account = Settings['demoAccounts'][number];

/** Only in demo mode: one press signs in, and each role says what it may do and may not. */
export function DemoAccounts({ accounts }: { accounts: readonly Account[] }) {
  const t = useT();
  const attempt = useMutation({ mutationFn: signInDemo });
  return (
    <Box
      component="section"
      aria-labelledby="demo-title"
      sx={{ bgcolor: 'desk.tint', borderRadius: '8px', p: 3 }}
    >
      <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center' }}>
        <Typography id="demo-title" variant="h2" sx={{ fontSize: '1.125rem' }}>
          {t('signIn.demoTitle')}
        </Typography>
        <StatusChip shape="attention">{t('signIn.demoMode')}</StatusChip>
      </Box>
      <Typography sx={{ color: 'desk.text2', mb: 1.5 }}>{t('signIn.demoLead')}</Typography>
      {attempt.error && (
        <Box sx={{ mb: 1.5 }}>
          <ErrorPanel error={attempt.error} title={t('signIn.failed')} />
        </Box>
      )}
      <Box component="ul" sx={{ display: 'grid', gap: 1 }}>
        {accounts.map(account => (
          <li key={account.email}>
            <AccountButton
              account={account}
              onPress={() => !attempt.isPending && attempt.mutate(account.email)}
            />
          </li>
        ))}
      </Box>
    </Box>
  );
}

function AccountButton({ account, onPress }: { account: Account; onPress: () => void }) {
  const t = useT();
  return (
    <ButtonBase
      onClick={onPress}
      sx={{
        width: 1,
        gap: 1.75,
        textAlign: 'left',
        py: '9px',
        pl: 1.75,
        pr: 1.5,
        border: 1,
        borderColor: 'desk.line',
        borderRadius: '8px',
        bgcolor: 'desk.paper',
        '&:hover': { borderColor: 'desk.edge' },
      }}
    >
      <Initials initials={account.initials} size={32} />
      <Box component="span" sx={{ flex: 1, minWidth: 0 }}>
        <Box component="span" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.25 }}>
          <Box component="b" sx={{ fontWeight: 500 }}>
            {account.name}
          </Box>
          <Box component="span" sx={{ color: 'desk.text2' }}>
            {t(`enums.role.${account.role}`)}
          </Box>
        </Box>
        <Typography variant="caption" component="span" sx={{ display: 'block', color: 'desk.text2' }}>
          {t(`signIn.may.${account.role}`)}
        </Typography>
      </Box>
      <Typography variant="caption" component="span" sx={{ color: 'desk.text2' }}>
        {account.organisationName}
      </Typography>
      <Box component="span" sx={{ color: 'desk.text2', display: 'grid' }}>
        <ChevronRightIcon aria-hidden fontSize="1.25rem" />
      </Box>
    </ButtonBase>
  );
}
