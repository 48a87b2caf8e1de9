import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useT } from '../../i18n/index.ts';
import { StatusChip } from '../../shared/StatusChip.tsx';
import type { TransportDuty } from './transport-duty.documents.ts';

/** The answer, the paragraph that decided, and everything else that was looked at. */
export function DutyAnswer({ duty }: { duty: TransportDuty }) {
  const t = useT();
  const decided = duty.lines.find(line => line.decides);
  return (
    <Box sx={{ display: 'grid', gap: 2.5 }}>
      <Box
        sx={{
          border: 1,
          borderColor: 'desk.line',
          borderRadius: 1,
          p: 2,
          display: 'grid',
          gap: 0.75,
          bgcolor: 'desk.tint',
        }}
      >
        <Typography variant="h2" id="duty-answer" sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
          {t(duty.needed ? 'transportDuty.yes' : 'transportDuty.no')}
        </Typography>
        {decided && (
          <Typography>
            {t('transportDuty.because')}: {decided.title}
          </Typography>
        )}
        {decided && <Typography sx={{ color: 'desk.text2' }}>{decided.source}</Typography>}
        {duty.orderer && <Typography>{t(`transportDuty.orderer.${duty.orderer}`)}</Typography>}
      </Box>
      <Considered lines={duty.lines} />
    </Box>
  );
}

const stateOf = ({ decides, applies }: TransportDuty['lines'][number]) => {
  if (decides) return 'decided';
  return applies ? 'applies' : 'notApplies';
};
const shapes = { decided: 'approved', applies: 'exception', notApplies: 'notApplicable' } as const;

function Considered({ lines }: Pick<TransportDuty, 'lines'>) {
  const t = useT();
  const heads = ['row', 'source', 'outcome'] as const;
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Typography variant="h2">{t('transportDuty.considered')}</Typography>
      <Table aria-label={t('transportDuty.considered')}>
        <TableHead>
          <TableRow>
            {heads.map(head => (
              <TableCell key={head} scope="col">
                {t(`transportDuty.${head}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {lines.map(line => (
            <TableRow key={line.row} selected={line.decides}>
              <TableCell>{line.title}</TableCell>
              <TableCell sx={{ color: 'desk.text2' }}>{line.source}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                <StatusChip shape={shapes[stateOf(line)]}>{t(`transportDuty.${stateOf(line)}`)}</StatusChip>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
