// What is said about a municipality's colours. In Danish alone, as all that is said about the folder.
export const coloursText = {
  hex: 'er ikke en farve. Skriv den med seks tegn, som #0f5c61.',
  weak: (over: string, overIs: string, under: string, underIs: string, ratio: string) =>
    `${over} (${overIs}) på ${under} (${underIs}) har kontrasten ${ratio} til 1 og er svær at læse. Den skal være mindst 4,5 til 1. Gør den ene mørkere eller den anden lysere.`,
  red: (colour: string) => `${colour} er rød. Rød betyder fare for liv og bruges ikke til andet. Vælg en anden farve.`,
  names: {
    accent: 'accentfarven', accentDark: 'den mørke accentfarve', accentSoft: 'den lyse accentfarve', link: 'linkfarven', ground: 'hvid', shade: 'den grå bund', ink: 'tekstfarven', soft: 'den dæmpede tekst',
  },
} as const
