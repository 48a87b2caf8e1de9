/** Proposals of texts for decisions. */
const words = (nb: string) => ({ nb, nn: nb, en: nb });

/** Another version of a ground there is. */
export const textProposal = (validFrom: string): Record<string, unknown> => ({
  ...{ kind: 'GROUND', code: 'CONDITIONS_MET', isNew: false, validFrom, grounds: 'Prøve' },
  ...{ exceptionCodes: [], outcomes: ['GRANT'], label: words('Vilkårene er oppfylt') },
  text: words('De andre vilkårene er oppfylt.'),
});
