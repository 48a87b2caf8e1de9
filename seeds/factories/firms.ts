/** Invented firms: 900 main units and 1,100 sub-units with valid synthetic organisation numbers (they start with 2 or 3). */
import type { Scheme } from '../../server/src/features/order/order.enums.ts';
import { orgNumberCheckDigit } from '../../server/src/features/organisation/org-number.rules.ts';
import type { Random } from '../random.ts';
import { plainLetters } from './names.ts';

export interface Firm {
  readonly id: number;
  readonly org_number: string;
  readonly name: string;
  readonly form: string;
  readonly parent_id: number | null;
  /** Municipality number, four digits. */
  readonly municipality: string;
}

/** A main unit with one of its sub-units, as an order names them. */
export interface Workplace {
  readonly main: Firm;
  readonly unit: Firm;
  readonly scheme: Scheme;
  /** 'nordfjell-bygg.example' */
  readonly domain: string;
}

const MAIN_UNITS = 900;
const SUB_UNITS = 1_100;

type Place = readonly [string, string];

/** Postcodes of the same places. */
const POSTCODES: Readonly<Record<string, string>> = {
  Oslo: '0182',
  Stavanger: '4006',
  Ålesund: '6002',
  Bodø: '8006',
  Fredrikstad: '1606',
  Drammen: '3015',
  Lillehammer: '2609',
  Tønsberg: '3110',
  Skien: '3717',
  Kristiansand: '4611',
  Bergen: '5003',
  Førde: '6800',
  Stryn: '6783',
  Trondheim: '7011',
  Steinkjer: '7713',
  Tromsø: '9008',
  Alta: '9510',
  Vardø: '9950',
};

export const PLACES: readonly Place[] = [
  ['Oslo', '0301'],
  ['Stavanger', '1103'],
  ['Ålesund', '1508'],
  ['Bodø', '1804'],
  ['Fredrikstad', '3107'],
  ['Drammen', '3301'],
  ['Lillehammer', '3405'],
  ['Tønsberg', '3905'],
  ['Skien', '4003'],
  ['Kristiansand', '4204'],
  ['Bergen', '4601'],
  ['Førde', '4647'],
  ['Stryn', '4651'],
  ['Trondheim', '5001'],
  ['Steinkjer', '5006'],
  ['Tromsø', '5501'],
  ['Alta', '5601'],
  ['Vardø', '5634'],
];

/** Name and postcode of the place that a firm's municipality stands for. */
export function placeOf(municipality: string): readonly [string, string] {
  const [name] = PLACES.find(([, number]) => number === municipality) ?? ['Oslo'];
  return [name, POSTCODES[name] ?? '0182'];
}

export const STEMS =
  'Nordfjell,Fjordlys,Skarv,Solvang,Byporten,Vardetoppen,Furuli,Havblikk,Storelva,Rimfjell,Bjørkelia,Langnes,Kvernhus,Tindeby,Ravneberg,Sjøbris,Myrdal,Steinvik,Blåfjell,Høgnes,Granheim,Elvebakk,Vestavind,Nordlys,Trollvik,Ørneberg,Lyngmo,Fossheim,Kystveien,Seterlia,Måkenes,Hasselbakk,Isfjell,Rognlia,Brattvoll,Tverrelv,Svaberg,Kornmo,Ulvedal,Skogheim,Vinterbro,Hestehov,Kråkevik,Askeladden,Bekkesving,Duvedal,Eikemo,Fagerlia,Gullhaug,Halvøya,Innsjø,Jernby,Klokkerud,Lunnvika,Mosjordet,Nesodd,Oterholm,Perlevik,Ryfoss,Storhaug,Tyttebær,Utsyn,Vassbotn,Ytterøy,Ålhus,Ørretdal,Brunlanes,Dalsøyra,Engavågen,Flatmark,Grindheim,Hovden,Kaldbakk,Lerkehøy'.split(
    ',',
  );

const TRADES: Readonly<Record<Scheme, readonly string[]>> = {
  CONSTRUCTION: [
    'Bygg',
    'Betong',
    'Elektro',
    'Stillas',
    'Rør',
    'Tak og Blikk',
    'Graving',
    'Maler og Tapet',
    'Anlegg',
    'Tømrerlag',
  ],
  CLEANING: ['Renhold', 'Byggvask', 'Eiendomsservice', 'Vindusvask'],
  CAR_CARE: ['Bilpleie', 'Bilvask', 'Dekk og Bilpleie'],
  GOODS_TRANSPORT: ['Transport', 'Varelevering', 'Frakt', 'Budbil'],
};

const SCHEME_SHARES: readonly (readonly [Scheme, number])[] = [
  ['CONSTRUCTION', 66],
  ['CLEANING', 16],
  ['GOODS_TRANSPORT', 12],
  ['CAR_CARE', 6],
];

const FORMS: readonly (readonly [string, number])[] = [
  ['AS', 70],
  ['ENK', 16],
  ['DA', 4],
  ['ANS', 3],
  ['NUF', 5],
  ['KF', 2],
];

type Known = {
  readonly name: string;
  readonly main: string;
  readonly place: string;
  readonly unit: string;
  readonly scheme: Scheme;
};

/** Firms the reference screens show, with their numbers. */
const KNOWN: readonly Known[] = [
  { name: 'Nordfjell Bygg', main: '312345676', place: 'Stryn', unit: '314680731', scheme: 'CONSTRUCTION' },
  {
    name: 'Skarv Transport',
    main: '311884026',
    place: 'Ålesund',
    unit: '315406277',
    scheme: 'GOODS_TRANSPORT',
  },
];

const FORM = / (AS|DA|ANS|NUF|KF)$/;

/** A new synthetic organisation number each time. */
function orgNumbers(random: Random): () => string {
  const used = new Set(KNOWN.flatMap(firm => [firm.main, firm.unit]));
  return () => {
    for (;;) {
      const eight = `${random.int(2, 3)}${random.int(1_000_000, 9_999_999)}`;
      const digit = orgNumberCheckDigit(eight);
      const number = `${eight}${digit}`;
      if (digit === null || used.has(number)) continue;
      used.add(number);
      return number;
    }
  };
}

function nameOf(random: Random, form: string, scheme: Scheme): string {
  const [place] = random.pick(PLACES);
  const stem = random.pick(STEMS);
  if (form === 'KF') return `${place} kommunale ${random.pick(['eiendom', 'veidrift', 'bygg'])} KF`;
  const business = `${stem} ${random.pick(TRADES[scheme])}`;
  if (form === 'ENK') return `${business} ${place}`;
  return random.chance(0.15) ? `${business} ${place} ${form}` : `${business} ${form}`;
}

/** Names two firms apart by their place, then by a number, as firms with the same name do. */
function unusedName(used: Set<string>, make: () => string): string {
  for (let tries = 0; tries < 40; tries += 1) {
    const name = make();
    if (used.has(name)) continue;
    used.add(name);
    return name;
  }
  const name = `${make()} ${used.size}`;
  used.add(name);
  return name;
}

type MainUnit = { readonly firm: Firm; readonly scheme: Scheme };

class FirmFactory {
  readonly firms: Firm[] = [];
  readonly #random: Random;
  readonly #nextNumber: () => string;
  readonly #used = new Set(KNOWN.map(firm => `${firm.name} AS`));

  constructor(random: Random) {
    this.#random = random;
    this.#nextNumber = orgNumbers(random);
  }

  main(known: Known | undefined): MainUnit {
    const random = this.#random;
    const scheme = known?.scheme ?? random.weighted(SCHEME_SHARES);
    const form = known ? 'AS' : random.weighted(FORMS);
    const name = known ? `${known.name} AS` : unusedName(this.#used, () => nameOf(random, form, scheme));
    const municipality = this.#place(known)[1];
    const org_number = known?.main ?? this.#nextNumber();
    return { scheme, firm: this.#add({ org_number, name, form, parent_id: null, municipality }) };
  }

  unit({ firm: main, scheme }: MainUnit, known: Known | undefined): Workplace {
    let municipality = '';
    const name = unusedName(this.#used, () => {
      const place = this.#place(known);
      municipality = place[1];
      return `${main.name} avd. ${place[0]}`;
    });
    const org_number = known?.unit ?? this.#nextNumber();
    const unit = this.#add({ org_number, name, form: 'BEDR', parent_id: main.id, municipality });
    return { main, unit, scheme, domain: `${plainLetters(main.name.replace(FORM, ''))}.example` };
  }

  #place(known: Known | undefined): Place {
    return PLACES.find(([name]) => name === known?.place) ?? this.#random.pick(PLACES);
  }

  #add(firm: Omit<Firm, 'id'>): Firm {
    const added = { id: this.firms.length + 1, ...firm };
    this.firms.push(added);
    return added;
  }
}

/** Every firm has a unit; the larger ones have two or more. */
export function inventFirms(random: Random): { firms: Firm[]; workplaces: Workplace[] } {
  const factory = new FirmFactory(random);
  const mains = Array.from({ length: MAIN_UNITS }, (_, n) => factory.main(KNOWN[n]));
  const owners = [...mains, ...Array.from({ length: SUB_UNITS - MAIN_UNITS }, () => random.pick(mains))];
  const workplaces = owners.map((owner, n) => factory.unit(owner, KNOWN[n]));
  return { firms: factory.firms, workplaces };
}
