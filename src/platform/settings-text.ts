// What is said about a folder of settings. In Danish alone: whoever writes such a folder works in a Danish municipality.

const kinds: Readonly<Record<string, string>> = {
  string: 'tekst i anførselstegn', number: 'et tal', int: 'et helt tal', boolean: 'true eller false', array: 'en liste i [ ]', object: 'en gruppe i { }', record: 'en gruppe i { }',
}
const units: Readonly<Record<string, string>> = { string: ' tegn', array: ' på listen' }
const formats: Readonly<Record<string, string>> = { url: 'skal være en adresse, der begynder med https://', uuid: 'skal være et nummer som 00000000-0000-4000-8000-000000000001' }

export const settingsText = {
  head: (folder: string, count: number) => `Kommunens mappe ${folder} kan ikke bruges endnu. ${count === 1 ? 'Ret dette, og prøv igen' : `Ret disse ${count} ting, og prøv igen`}:`,
  at: (file: string, line: number, path: string, what: string) => `${file}, linje ${line}${path === '' ? '' : `, ${path}`}: ${what}`,
  inText: (file: string, line: number, what: string) => `${file}, linje ${line}: ${what}`,
  missing: (file: string) => `${file}: filen mangler. Læg den i mappen; lods new-municipality skriver en, der kan bruges.`,
  large: (file: string, most: number) => `${file}: filen er for stor. Højst ${most / 1_000_000} MB.`,
  noFile: (file: string) => `${file}: det er ikke en fil. Læg en fil med det navn.`,
  notUtf8: (file: string) => `${file}: filen er ikke gemt som UTF-8. Gem den igen som UTF-8.`,
  unreadable: (file: string, code: string) => `${file}: filen kan ikke læses (${code}). Ret, hvem der må læse den.`,
  notJson: (file: string, line: number, column: number) => `${file}, linje ${line}, tegn ${column}: her holder filen op med at være JSON. Se efter et komma eller et anførselstegn, der mangler eller er for meget.`,
  twice: 'står to gange. Slet den ene.',
  lacks: 'mangler. Skriv den.',
  type: (expected: string) => `skal være ${kinds[expected] ?? expected}.`,
  unknown: (keys: string) => `kender ikke ${keys}. Slet det, eller ret stavemåden.`,
  oneOf: (values: string) => `skal være ${values.includes(', ') ? 'et af disse' : 'lig med'}: ${values}.`,
  key: (values: string) => `er et navn, der ikke findes. ${values === '' ? 'Ret stavemåden.' : `Det skal være et af disse: ${values}.`}`,
  empty: 'er tom. Skriv noget, eller slet linjen.',
  least: (least: string, origin: string) => `skal være mindst ${least}${units[origin] ?? ''}.`,
  most: (most: string, origin: string) => `må højst være ${most}${units[origin] ?? ''}.`,
  format: (format: string) => `${formats[format] ?? 'er ikke skrevet rigtigt'}.`,
  union: 'er ikke skrevet på en måde, der kan bruges. Se mappens README.',
  noFolder: (name: string) => `${name}: det er ikke en mappe. Lav en mappe med det navn, eller slet den.`,
  stranger: (name: string, ending: string) => `${name}: her ligger kun filer, der ender på ${ending}. Flyt den.`,
  unknownFile: (name: string, known: string) => `${name}: den fil hører ikke til i mappen og bliver ikke læst. Ret navnet, eller flyt den. Mappen kan have: ${known}.`,
}
