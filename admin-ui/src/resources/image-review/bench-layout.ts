/** Facts, images, rules. Under 1200 px the facts fold into a line above the images. */
export const benchColumns = {
  display: 'grid',
  minHeight: 0,
  gridTemplateColumns: { xs: 'minmax(0,1fr) 372px', lg: '216px minmax(0,1fr) 424px' },
  gridTemplateRows: 'minmax(0,1fr)',
} as const;
