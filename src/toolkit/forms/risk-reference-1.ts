// That an assessment has been made elsewhere, and where it is kept. No item, score or cut-off of any instrument may stand here. Frozen: a change is a new version.
import type { Form, Question } from '../../forms/rules.ts'
import { after, both, day, draft, files, long, one, option, short, told, yesNo } from '../asking.ts'

const hidden = (question: Question): Question => ({ ...question, notForCitizen: true })

export const riskReference1: Form = {
  id: 'risk-reference', version: 1, kind: 'risk-reference',
  title: both('En vurdering, der er lavet', 'An assessment that has been made'),
  source: draft('offentlige beskrivelser af redskaberne og deres vilkår', 'public descriptions of the instruments and their terms'),
  parts: [
    {
      id: 'rules', title: both('Før du skriver', 'Before you write'),
      questions: [
        told('onlyReference', both('Kun hvor svaret ligger', 'Only where the result lies'), both(
          'Skriv kun, at der er lavet en vurdering, og hvad den sagde i sine egne ord. Skriv ingen punkter og ingen tal. Der er tre grunde. Redskaberne er ejet af andre. De kræver øvelse. Og et tal uden den, der gav det, siger for lidt.',
          'Write only that an assessment has been made, and what it said in its own words. Write no items and no figures. There are three reasons. The instruments belong to others. They take training. And a figure without the one who gave it says too little.')),
        told('notAlone', both('Det afgør intet', 'It decides nothing'), both('En vurdering er et øjeblik. Spørg igen, når noget ændrer sig. Ved fare: ring 112.', 'An assessment is a moment. Ask again when something changes. In danger: call 112.')),
      ].map(hidden),
    },
    {
      id: 'made', title: both('Vurderingen', 'The assessment'),
      questions: [
        one('instrument', 'Hvilket redskab?', 'Which instrument?', [
          option('sam', 'SAM', 'SAM'), option('sash', 'SASH', 'SASH'), option('sdash', 'S-DASH', 'S-DASH'), option('srp', 'SRP', 'SRP'), option('police', 'Politiets eget', 'The police’s own'), option('other', 'Et andet', 'Another'),
        ], { required: true }),
        short('instrumentName', 'Hvad hedder det?', 'What is it called?', { required: true, showIf: after('instrument', 'police', 'other') }),
        short('edition', 'Hvilken udgave, og på hvilket sprog?', 'Which edition, and in which language?'),
        short('assessor', 'Hvem har lavet den?', 'Who made it?', { required: true }),
        short('organisation', 'Hvor arbejder den person?', 'Where does that person work?', { required: true }),
        one('trained', 'Er personen uddannet i redskabet?', 'Is the person trained in the instrument?', [option('yes', 'Ja', 'Yes'), option('no', 'Nej', 'No'), option('unknown', 'Ved ikke', 'Don’t know')], { required: true }),
        day('assessedOn', 'Hvilken dag?', 'On which day?', { required: true }),
        short('level', 'Hvad kom den frem til?', 'What did it conclude?', { max: 120, help: both('Med redskabets egne ord. Intet tal.', 'In the instrument’s own words. No figure.') }),
        day('nextReview', 'Hvornår skal den laves igen?', 'When is it to be made again?'),
      ].map(hidden),
    },
    {
      id: 'kept', title: both('Papiret', 'The paper'),
      questions: [
        short('keptWhere', 'Hvor ligger vurderingen?', 'Where is the assessment kept?'),
        yesNo('handedOver', 'Har den, der lavede den, givet den til jer?', 'Has the one who made it given it to you?', { help: both('Politiets vurdering får I kun, hvis politiet giver jer den.', 'You have the police’s assessment only if the police give it to you.') }),
        yesNo('licence', 'Må den gemmes her efter redskabets vilkår?', 'May it be kept here under the terms of the instrument?', { showIf: after('handedOver', 'yes') }),
        files('paper', 'Læg den ind', 'Add it', { showIf: after('licence', 'yes'), max: 3 }),
        long('doesNow', 'Hvad gør I på grund af den?', 'What do you do because of it?'),
      ].map(hidden),
    },
  ],
}
