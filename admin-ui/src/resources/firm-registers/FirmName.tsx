import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { RowLink } from '../../shared/RowLink.tsx';

interface FirmNameProps {
  firm: { orgNumber: string; name: string };
  /** Below the name, where its column has no room. */
  note?: string | undefined;
}

/** The firm of a row, whole: a name is never cut so short that firms look alike. */
export function FirmName({ firm, note }: FirmNameProps) {
  return (
    <Box sx={{ py: 0.5, lineHeight: 1.3 }}>
      <RowLink to={`/firms/${firm.orgNumber}`}>
        <span style={{ whiteSpace: 'normal' }}>{firm.name}</span>
      </RowLink>
      {note && (
        <Typography variant="caption" component="div" sx={{ color: 'desk.text2' }}>
          {note}
        </Typography>
      )}
    </Box>
  );
}
