/** Who orders as usual until the authority changed it (domain guide, section 4): the codes are the desk's reading of the names there. */
import type { UsualCode } from './exception-catalogue.enums.ts';
import type { UsualBody } from './usual.shape.ts';

const named = (nb: string, nn: string, en: string) => ({ nb, nn, en });

export const USUAL: Readonly<Record<UsualCode, UsualBody>> = {
  /** Statens vegvesen, Statsbygg, Forsvarsbygg, Bane NOR; municipalities and counties. */
  USUAL_PUBLIC: {
    name: named('Stat, fylke og kommune', 'Stat, fylke og kommune', 'State, county and municipality'),
    sectorCodes: ['6100', '6500'],
    industryCodes: [],
    forms: [],
  },
  USUAL_TRAINING_OFFICE: {
    name: named('Opplæringskontor', 'Opplæringskontor', 'Training office'),
    sectorCodes: [],
    industryCodes: ['85.6'],
    forms: ['FLI', 'SA', 'STI'],
  },
  USUAL_INTEREST_ORGANISATION: {
    name: named('Interesseorganisasjon', 'Interesseorganisasjon', 'Interest organisation'),
    sectorCodes: [],
    industryCodes: ['94.1', '94.2', '94.99'],
    forms: ['FLI'],
  },
  /** Not agents and managers of others' property (68.3). */
  USUAL_OWN_PROPERTY: {
    name: named(
      'Utleie og salg av egen eiendom',
      'Utleige og sal av eigen eigedom',
      'Letting and selling own property',
    ),
    sectorCodes: [],
    industryCodes: ['68.1', '68.2'],
    forms: [],
  },
};
