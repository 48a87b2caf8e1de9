import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { type MessageKey, useT } from '../i18n/index.ts';
import { usePreference } from '../providers/preferences.ts';
import { HOTKEYS_PREFERENCE } from '../shared/hotkeys.ts';
import { Kbd } from '../shared/Kbd.tsx';

interface KeyGroup {
  heading: MessageKey;
  keys: readonly (readonly [caps: readonly string[], meaning: MessageKey])[];
}

const groups: readonly KeyGroup[] = [
  {
    heading: 'help.groups.everywhere',
    keys: [
      [['Ctrl', 'K'], 'help.keys.search'],
      [['T'], 'help.keys.takeNext'],
      [['?'], 'help.keys.thisList'],
      [['Esc'], 'help.keys.escape'],
      [['Ctrl', '↵'], 'help.keys.submit'],
    ],
  },
  {
    heading: 'help.groups.decide',
    keys: [
      [['G'], 'help.keys.approve'],
      [['A'], 'help.keys.reject'],
      [['H'], 'help.keys.skip'],
      [['Z'], 'help.keys.undo'],
      [['C'], 'help.keys.comment'],
    ],
  },
  {
    heading: 'help.groups.reasons',
    keys: [
      [['1', '…', '9'], 'help.keys.reasons19'],
      [['0', '+', '\\'], 'help.keys.reasons1012'],
      [['B'], 'help.keys.part'],
      [['F'], 'help.keys.previous'],
    ],
  },
  {
    heading: 'help.groups.image',
    keys: [
      [['W', 'S'], 'help.keys.zoom'],
      [['Q', 'E'], 'help.keys.rotate'],
      [['←', '↑', '→', '↓'], 'help.keys.pan'],
      [['L', 'K'], 'help.keys.light'],
      [['M', 'P', 'Home'], 'help.keys.mask'],
    ],
  },
  {
    heading: 'orders.open',
    keys: [
      [['←', '→'], 'orders.keys.tile'],
      [['E'], 'orders.keys.explain'],
      [['N'], 'orders.keys.note'],
      [['V'], 'orders.keys.answer'],
    ],
  },
  {
    heading: 'decisions.keys.page',
    keys: [
      [['G'], 'decisions.keys.grant'],
      [['A'], 'decisions.keys.refuse'],
      [['I'], 'decisions.keys.dismiss'],
      [['H'], 'decisions.keys.drop'],
    ],
  },
  {
    heading: 'approvals.conditions.title',
    keys: [
      [['↑', '↓'], 'approvals.keys.choose'],
      [['Ctrl', '↵'], 'approvals.keys.save'],
      [['Esc'], 'approvals.keys.leave'],
    ],
  },
  {
    heading: 'help.groups.papers',
    keys: [
      [['W', 'S'], 'help.keys.zoom'],
      [['0'], 'help.keys.fit'],
      [['Q', 'E'], 'help.keys.rotate'],
      [[',', '.'], 'help.keys.pages'],
      [['F'], 'help.keys.find'],
    ],
  },
  {
    heading: 'help.groups.lists',
    keys: [
      [['J', 'K'], 'help.keys.rows'],
      [['Enter'], 'help.keys.open'],
    ],
  },
];

/** All keys on one sheet, and the switch that turns the single ones off. */
export function HelpSheet({ onClose }: { onClose: () => void }) {
  const t = useT();
  const [single, setSingle] = usePreference(HOTKEYS_PREFERENCE, true);
  return (
    <Dialog open onClose={onClose} aria-labelledby="help-title" maxWidth="lg" fullWidth>
      <DialogTitle id="help-title">{t('help.title')}</DialogTitle>
      <DialogContent>
        <Box
          sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(250px, 1fr))', gap: 3, py: 1 }}
        >
          {groups.map(group => (
            <section key={group.heading}>
              <Typography variant="h3" sx={{ mb: 0.75 }}>
                {t(group.heading)}
              </Typography>
              <Box component="dl">
                {group.keys.map(([caps, meaning]) => (
                  <Box
                    key={meaning}
                    sx={{
                      display: 'grid',
                      gridTemplateColumns: '104px 1fr',
                      gap: 1,
                      alignItems: 'center',
                      minHeight: 28,
                    }}
                  >
                    <Box component="dt" sx={{ display: 'flex', gap: 0.5 }} aria-label={caps.join(' ')}>
                      {caps.map(cap => (
                        <Kbd key={cap}>{cap}</Kbd>
                      ))}
                    </Box>
                    <dd>{t(meaning)}</dd>
                  </Box>
                ))}
              </Box>
            </section>
          ))}
        </Box>
        <FormControlLabel
          sx={{ ml: 0, mt: 1 }}
          control={<Switch size="small" checked={single} onChange={(_, checked) => setSingle(checked)} />}
          label={t('help.off')}
        />
        <Typography variant="caption" component="p" sx={{ color: 'desk.text2' }}>
          {t('help.offHint')}
        </Typography>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>
          {t('shared.close')} <Kbd>Esc</Kbd>
        </Button>
      </DialogActions>
    </Dialog>
  );
}
