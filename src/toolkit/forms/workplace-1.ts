// The plan that keeps an employee safe at work. Frozen: a change is a new version.
import type { Form } from '../../forms/rules.ts'

export const workplace1 = {
  id: 'workplace', version: 1, kind: 'workplace',
  title: { da: 'Plan for at være tryg på arbejde', en: 'Plan for being safe at work' },
  source: { da: 'Egen rekonstruktion, udkast – godkendes lokalt', en: 'Our own reconstruction, draft – to be approved locally' },
  parts: [
    {
      id: 'shield', title: { da: 'Det, vi gør på arbejdet', en: 'What we do at work' },
      questions: [
        {
          id: 'shielding', kind: 'many', required: true, ask: { da: 'Hvad gør I?', en: 'What will you do?' },
          options: [
            { id: 'switchboard', text: { da: 'Opkald går gennem omstillingen', en: 'Calls go through the switchboard' } },
            { id: 'mail', text: { da: 'Mail går til en anden', en: 'Mail goes to someone else' } },
            { id: 'reception', text: { da: 'Receptionen ved, hvem der ikke må komme ind', en: 'The reception knows who may not come in' } },
            { id: 'website', text: { da: 'Navnet er taget af hjemmesiden', en: 'The name is off the website' } },
            { id: 'roster', text: { da: 'Vagtplanen kan ikke ses af andre', en: 'The roster is hidden' } },
            { id: 'parking', text: { da: 'Parkering tæt på døren', en: 'Parking close to the door' } },
            { id: 'escort', text: { da: 'En går med til bil eller bus', en: 'Someone walks along to car or bus' } },
            { id: 'hours', text: { da: 'Andre tider, eller arbejde hjemme', en: 'Other hours, or work at home' } },
            { id: 'otherCases', text: { da: 'En anden har opgaven', en: 'Someone else has the task' } },
            { id: 'other', text: { da: 'Andet', en: 'Other' } },
          ],
        },
        { id: 'shieldingNote', kind: 'long', limits: { max: 2000 }, ask: { da: 'Skriv, hvem der gør hvad, og hvornår', en: 'Write who does what, and when' } },
        { id: 'contacts', kind: 'long', required: true, limits: { max: 1000 }, ask: { da: 'Hvad gør I, når den anden part ringer, skriver eller møder op?', en: 'What do you do when the other party calls, writes or turns up?' } },
        { id: 'logKept', kind: 'short', required: true, limits: { max: 120 }, ask: { da: 'Hvem skriver ned, hvad der sker?', en: 'Who writes down what happens?' } },
      ],
    },
    {
      id: 'duties', title: { da: 'Det, I skal tage stilling til', en: 'What you must decide on' },
      questions: [
        {
          id: 'policeHelp', kind: 'one', required: true, ask: { da: 'Er der sagt, at I hjælper med at gå til politiet?', en: 'Have you said that you will help go to the police?' },
          help: { da: 'Kommer det fra arbejdet, skal I hjælpe med det. (Skal kontrolleres.)', en: 'When it comes from the work, you must help with it. (To be checked.)' },
          options: [
            { id: 'accepted', text: { da: 'Ja, og medarbejderen vil', en: 'Yes, and the employee wants it' } },
            { id: 'notNow', text: { da: 'Ja, men ikke nu', en: 'Yes, but not now' } },
            { id: 'notYet', text: { da: 'Ikke endnu', en: 'Not yet' } },
          ],
        },
        { id: 'injury', kind: 'yesno', required: true, ask: { da: 'Har I talt om at anmelde det som skade fra arbejdet?', en: 'Have you talked of reporting it as an injury from work?' } },
        { id: 'amrTold', kind: 'yesno', required: true, ask: { da: 'Ved de, der tager sig af arbejdsmiljø, besked?', en: 'Have those who look after the work environment been told?' } },
        { id: 'inPlan', kind: 'yesno', required: true, ask: { da: 'Står det i jeres plan for arbejdsmiljø?', en: 'Does it stand in your work environment plan?' } },
      ],
    },
  ],
} as const satisfies Form
