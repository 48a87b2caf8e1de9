/** A card that leads somewhere as a whole. */
export const cardLink = {
  border: 1,
  borderColor: 'desk.line',
  borderRadius: '8px',
  bgcolor: 'desk.paper',
  color: 'desk.text',
  textDecoration: 'none',
  '&:hover': { borderColor: 'desk.edge' },
} as const;
