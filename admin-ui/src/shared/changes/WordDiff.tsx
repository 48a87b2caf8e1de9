import Box from '@mui/material/Box';
import { wordDiff } from './word-diff.ts';

/** A text as it shall be, with the words that went and the words that came. */
export function WordDiff({ before, after }: { before: string; after: string }) {
  return wordDiff(before, after).map(({ kind, text }, at) => {
    const key = `${at}-${kind}`;
    if (kind === 'same') return <span key={key}>{text}</span>;
    const isNew = kind === 'new';
    return (
      <Box
        key={key}
        component={isNew ? 'ins' : 'del'}
        sx={{
          bgcolor: isNew ? 'desk.ok.tint' : 'desk.bad.tint',
          color: isNew ? 'desk.ok.text' : 'desk.bad.text',
          textDecoration: isNew ? 'underline' : 'line-through',
        }}
      >
        {text}
      </Box>
    );
  });
}
