/** Paper is white in every theme. */
export const PAGE = {
  position: 'relative',
  mx: 'auto',
  bgcolor: '#ffffff',
  boxShadow: '0 1px 3px rgb(0 0 0 / 0.35)',
  overflow: 'hidden',
  colorScheme: 'only light',
  '--scale-round-x': '1px',
  '--scale-round-y': '1px',
} as const;

/** Words lie unseen exactly over their picture, as the PDF library places them. */
export const TEXT_LAYER = {
  position: 'absolute',
  inset: 0,
  overflow: 'clip',
  textAlign: 'initial',
  lineHeight: 1,
  letterSpacing: 'normal',
  wordSpacing: 'normal',
  forcedColorAdjust: 'none',
  transformOrigin: '0 0',
  '--text-scale-factor': 'calc(var(--total-scale-factor) * var(--min-font-size, 1))',
  '--min-font-size-inv': 'calc(1 / var(--min-font-size, 1))',
  '& span, & br': {
    color: 'transparent',
    position: 'absolute',
    whiteSpace: 'pre',
    cursor: 'text',
    transformOrigin: '0% 0%',
  },
  '& > :not(.markedContent), & .markedContent span:not(.markedContent)': {
    fontSize: 'calc(var(--text-scale-factor) * var(--font-height, 0))',
    transform: 'rotate(var(--rotate, 0deg)) scaleX(var(--scale-x, 1)) scale(var(--min-font-size-inv))',
  },
  '& .markedContent': { display: 'contents' },
  '& ::selection': { background: 'rgb(0 98 186 / 0.3)' },
  '& mark': { color: 'transparent', background: 'rgb(255 171 0 / 0.4)', borderRadius: '2px' },
  '& mark[data-current]': { background: 'rgb(255 98 0 / 0.5)', outline: '2px solid rgb(173 58 0)' },
  '&[data-main-rotation="90"]': { transform: 'rotate(90deg) translateY(-100%)' },
  '&[data-main-rotation="180"]': { transform: 'rotate(180deg) translate(-100%, -100%)' },
  '&[data-main-rotation="270"]': { transform: 'rotate(270deg) translateX(-100%)' },
} as const;
