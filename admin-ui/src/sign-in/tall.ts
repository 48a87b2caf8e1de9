/** Fields of the sign-in page are higher than those of the console. */
export const tall = {
  '& .MuiOutlinedInput-root': { minHeight: 48, fontSize: '1rem' },
  '& .MuiInputLabel-root': { fontSize: '0.875rem' },
};
