/** Invented names: common first and last names of those who work on Norwegian building sites, put together by chance. */
import type { Random } from '../random.ts';

export type Sex = 'woman' | 'man';
export type Origin =
  | 'norwegian'
  | 'polish'
  | 'lithuanian'
  | 'romanian'
  | 'ukrainian'
  | 'somali'
  | 'tigrinya'
  | 'vietnamese'
  | 'turkish';

/** Family names that differ between men and women are written man/woman. */
type NameLists = Readonly<Record<Sex | 'family', string>>;

const LISTS: Readonly<Record<Origin, NameLists>> = {
  norwegian: {
    man: 'Eirik,Mikkel,Lars Petter,Ole Kristian,Jan Erik,Tor Arne,Sander,Håkon,Magne,Øystein,Trond,Bjørnar,Vegard,Kjetil,Even,Sindre,Åsmund,Geir,Torstein,Jostein,Emil,Markus,Rune,Odd Arne,Steinar,Terje,Audun,Snorre,Aksel,Sjur',
    woman:
      'Kristin,Sigrid,Marit,Hanne,Ingvild,Silje,Tone,Ragnhild,Åse,Gunn,Solveig,Maren,Elin,Camilla,Bente,Torill,Jorunn,Hilde,Synne,Anne-Grete,Mari,Vilde,Turid,Oddny,Ingeborg,Kaja,Line,Guro,Marthe,Siv',
    family:
      'Sandvik,Hove,Aune,Strand,Myklebust,Lien,Bø,Dahl,Moen,Haugen,Tveit,Nesheim,Brekke,Lunde,Sæther,Fossum,Rønning,Solbakken,Aasen,Hegglund,Elvestad,Krogh,Ødegård,Vangen,Skogstad,Bakken,Røed,Fjeldstad,Tangen,Viken,Granli,Myrvold,Eikeland,Sørbø,Kvamme,Hamre,Stokke,Rygg,Nygård,Løvås,Åsheim,Mellemstrand,Kleppe,Ulvund,Grønli,Storlien,Holte,Dybdal,Snekkevik,Lillehaug',
  },
  polish: {
    man: 'Piotr,Tomasz,Marek,Krzysztof,Paweł,Łukasz,Andrzej,Mateusz,Grzegorz,Jakub,Rafał,Dariusz,Wojciech,Sławomir',
    woman: 'Ewa,Agnieszka,Katarzyna,Magdalena,Joanna,Beata,Monika,Dorota,Małgorzata,Aneta,Renata,Iwona',
    family:
      'Nowak,Zieliński/Zielińska,Kowalczyk,Wiśniewski/Wiśniewska,Wójcik,Kamiński/Kamińska,Mazur,Krawczyk,Piotrowski/Piotrowska,Grabowski/Grabowska,Pawlak,Michalski/Michalska,Jabłoński/Jabłońska,Wróbel,Sikora,Baran,Duda,Szewczyk,Pietrzak,Głowacki/Głowacka',
  },
  lithuanian: {
    man: 'Tomas,Mantas,Darius,Jonas,Vytautas,Saulius,Andrius,Gintaras,Rokas,Linas,Arūnas,Mindaugas',
    woman: 'Rasa,Jurga,Eglė,Daiva,Ieva,Vilma,Lina,Rūta,Aušra,Jolanta,Inga,Simona',
    family:
      'Kazlauskas/Kazlauskaitė,Petrauskas/Petrauskienė,Varnas/Varnaitė,Balčiūnas/Balčiūnienė,Stankus/Stankutė,Urbonas/Urbonaitė,Rimkus/Rimkutė,Žukauskas/Žukauskaitė,Šimkus/Šimkutė,Paulauskas/Paulauskienė,Kalvaitis/Kalvaitienė,Butkus/Butkutė',
  },
  romanian: {
    man: 'Ion,Andrei,Mihai,Florin,Gheorghe,Cristian,Vasile,Marius,Ștefan,Bogdan,Sorin,Daniel',
    woman: 'Ioana,Elena,Mihaela,Gabriela,Alina,Simona,Ana-Maria,Cristina,Raluca,Oana,Daniela,Mirela',
    family:
      'Popescu,Ionescu,Varga,Munteanu,Rusu,Dumitru,Stan,Lungu,Moldovan,Ciobanu,Șerban,Dobre,Matei,Ungureanu,Țăranu,Balan,Nistor,Crăciun',
  },
  ukrainian: {
    man: 'Oleksandr,Andrii,Dmytro,Serhii,Mykola,Ivan,Yurii,Bohdan,Taras,Vasyl',
    woman: 'Oksana,Olena,Nataliia,Iryna,Tetiana,Halyna,Svitlana,Mariia,Larysa,Yuliia',
    family:
      'Kovalenko,Bondar,Tkachenko,Melnyk,Kravets,Oliinyk,Lysenko,Moroz,Savchenko,Marchenko,Rudenko,Polishchuk,Hnatiuk,Kozak',
  },
  somali: {
    man: 'Ahmed,Abdi,Hassan,Yusuf,Mahad,Liban,Omar,Guled,Bile,Ismail',
    woman: 'Fadumo,Hodan,Amina,Sahra,Ifrah,Nasra,Hibo,Ayan,Zahra,Ladan',
    family: 'Farah,Warsame,Abdullahi,Jama,Osman,Hersi,Egal,Duale,Yusuf,Hashi,Guled,Mahamud',
  },
  tigrinya: {
    man: 'Dawit,Yonas,Samuel,Filmon,Tesfay,Berhane,Robel,Amanuel,Kibrom,Merhawi',
    woman: 'Selam,Rahwa,Feven,Helen,Luwam,Winta,Senait,Mebrat,Saba,Tsega',
    family:
      'Tesfay,Haile,Gebremedhin,Kidane,Tekle,Mehari,Abraha,Weldu,Ghebreab,Hagos,Mulugeta,Zerai,Fessehaye',
  },
  vietnamese: {
    man: 'Van Minh,Quoc Huy,Duc Anh,Thanh Tung,Van Long,Hoang Nam,Minh Khoa',
    woman: 'Thi Mai,Thi Lan,Ngoc Anh,Thu Ha,Thi Hoa,Linh,Bich Ngoc',
    family: 'Pham,Tran,Nguyen,Le,Hoang,Vo,Dang,Bui,Do,Huynh',
  },
  turkish: {
    man: 'Yusuf,Mehmet,Murat,Hakan,Emre,Serkan,Burak,Cem,Ferhat,Volkan',
    woman: 'Ayşe,Elif,Zeynep,Fatma,Derya,Hatice,Gül,Sevgi,Meryem,Esra',
    family: 'Demir,Yıldız,Kaya,Aydın,Şahin,Çelik,Arslan,Koç,Polat,Öztürk,Aksoy,Güneş',
  },
};

/** Roughly how often each is seen among those who order cards. */
const SHARES: readonly (readonly [Origin, number])[] = [
  ['norwegian', 56],
  ['polish', 14],
  ['lithuanian', 8],
  ['romanian', 7],
  ['ukrainian', 5],
  ['somali', 3],
  ['tigrinya', 3],
  ['vietnamese', 2],
  ['turkish', 2],
];

export interface InventedName {
  readonly given: string;
  readonly family: string;
  readonly sex: Sex;
}

const listed = (text: string): string[] => text.split(',');

export const originOf = (random: Random): Origin => random.weighted(SHARES);

export function inventName(random: Random, origin: Origin, sex: Sex): InventedName {
  const lists = LISTS[origin];
  const [man = '', woman = man] = random.pick(listed(lists.family)).split('/');
  return { given: random.pick(listed(lists[sex])), family: sex === 'man' ? man : woman, sex };
}

/** Letters that a mail address can hold. */
export function plainLetters(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('å', 'a')
    .replaceAll('ł', 'l')
    .replaceAll('ı', 'i')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
