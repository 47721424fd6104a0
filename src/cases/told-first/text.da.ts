import type { Words } from '../../kernel/words.ts'

export const da = {
  ask: 'Har den udsatte fået det at vide først, og er sikkerheden gennemgået?', hint: 'Kontakt til den anden part kan gøre det farligere for den udsatte. Skriv ikke, hvem der er udsat, eller hvem der har fortalt jer noget.',
  askKnown: 'Har medarbejderen fået det at vide først, og er sikkerheden gennemgået?', hintKnown: 'Kontakt til den anden part kan gøre det farligere for medarbejderen. Det gælder også, når den anden part er en kollega eller leder.',
  answers: { told: 'Ja, fortalt og gennemgået', waived: 'Nej, og det er besluttet, at det ikke sker før', nobody: 'Vi kender ingen udsat i det her' },
  on: 'Hvilken dag blev det fortalt?', why: 'Hvorfor ikke?', whyHint: 'Kun hvis svaret ikke er ja.',
  police: 'Siger politiet til, før de taler med den anden part?', policeHint: 'Henvisningen beder om det, uanset hvad du svarer. Er det aftalt, ved borgeren, at hun hører det først.',
  agreements: { agreed: 'Ja, det er aftalt', asked: 'Der er spurgt, men ikke svaret', 'not-asked': 'Der er ikke spurgt endnu' },
  policeAsked: (name: string) => `Sig det til ${name}, før I taler med den anden part.`,
  line: { told: 'Fortalt den udsatte først, sikkerheden gennemgået', waived: 'Ikke fortalt den udsatte først', nobody: 'Ingen udsat kendt' },
  refusals: {
    'police-tells': 'Svar på, om politiet siger til, før de taler med den anden part.',
    'first-needed': 'Svar på, om den udsatte har fået det at vide, og om sikkerheden er gennemgået. Det sker, før I tager kontakt til den anden part.',
    'told-after': 'Den udsatte skal have det at vide før kontakten. Ret dagen, eller vælg et andet svar med en grund.',
  },
} as const
export type Texts = Words<typeof da>
