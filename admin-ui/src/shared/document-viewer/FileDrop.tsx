import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type DragEvent, useState } from 'react';
import { useFormat, useT } from '../../i18n/index.ts';
import { ACCEPTED } from './file.rules.ts';

/** The field inside takes focus and keys; the label around it only looks like a button. */
const NO_BUTTON = { role: undefined, tabIndex: -1 };

interface FileDropProps {
  file: File | null;
  fault: string | undefined;
  onChoose: (file: File | null) => void;
}

/** A file is dropped here, or chosen by mouse or keyboard. */
export function FileDrop({ file, fault, onChoose }: FileDropProps) {
  const t = useT();
  const format = useFormat();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onChoose(event.dataTransfer.files[0] ?? null);
  };
  return (
    <Box
      onDragOver={(event: DragEvent) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      sx={{
        ...{
          display: 'grid',
          gap: 1,
          justifyItems: 'center',
          p: 2,
          borderRadius: '4px',
          border: '1px dashed',
        },
        borderColor: fault ? 'desk.bad.icon' : 'desk.edge',
        bgcolor: over ? 'desk.accentBg' : 'desk.tint',
      }}
    >
      <Typography component="span" sx={{ color: 'desk.text2' }}>
        {t('documents.add.drop')}
      </Typography>
      <Button
        component="label"
        {...NO_BUTTON}
        variant="outlined"
        color="inherit"
        sx={{ position: 'relative', '&:focus-within': { outline: '3px solid', outlineOffset: '2px' } }}
      >
        {t('documents.add.choose')}
        <Box
          component="input"
          type="file"
          accept={ACCEPTED}
          aria-label={t('documents.add.file')}
          onChange={event => onChoose((event.target as HTMLInputElement).files?.[0] ?? null)}
          sx={{ position: 'absolute', width: 1, height: 1, opacity: 0, inset: 0, cursor: 'pointer' }}
        />
      </Button>
      {file && (
        <Typography sx={{ overflowWrap: 'anywhere', textAlign: 'center' }}>
          {file.name} ({format.bytes(file.size)})
        </Typography>
      )}
      {fault && (
        <Typography role="alert" sx={{ color: 'desk.bad.icon' }}>
          {fault}
        </Typography>
      )}
    </Box>
  );
}
