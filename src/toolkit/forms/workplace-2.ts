// The plan that keeps an employee safe at work. Read by leader, HR and work environment alone. Frozen: a change is a new version.
import type { Form } from '../../forms/rules.ts'
import { after, both, day, draft, long, many, one, option, short, yesNo } from '../asking.ts'

export const workplace2: Form = {
  id: 'workplace', version: 2, kind: 'workplace',
  title: both('Plan for at være tryg på arbejde', 'Plan for being safe at work'),
  source: draft('HK’s og Dansk Stalking Centers offentlige råd til arbejdspladser og på reglerne om psykisk arbejdsmiljø (skal kontrolleres)',
    'the public advice of HK and Dansk Stalking Center to workplaces and on the rules on the psychological work environment (to be checked)'),
  parts: [
    {
      id: 'frame', title: both('Rammen', 'The frame'),
      help: both('Kun leder, HR og arbejdsmiljø læser planen. Sagsbehandlere gør ikke.', 'Only leader, HR and work environment read the plan. Caseworkers do not.'),
      questions: [
        one('workRelated', 'Kommer det fra arbejdet?', 'Does it come from the work?', [
          option('yes', 'Ja', 'Yes'), option('atWork', 'Nej, men det når ind på arbejdet', 'No, but it reaches the workplace'), option('no', 'Nej, det er privat', 'No, it is private'),
        ], { required: true, help: both('Kommer det fra arbejdet, har I pligt til at forebygge det, også i fritiden. Ellers skal arbejdet stadig være trygt. (Skal kontrolleres.)', 'If it comes from the work, you have a duty to prevent it, also in spare time. Otherwise the work must still be safe. (To be checked.)') }),
        short('responsible', 'Hvilken leder har ansvaret?', 'Which leader is responsible?', { required: true }),
        long('mayKnow', 'Hvem må vide hvad?', 'Who may know what?', { required: true, help: both('Medarbejderen bestemmer.', 'The employee decides.') }),
        one('colleagues', 'Skal kolleger have besked?', 'Are colleagues to be told?', [
          option('leader', 'Ja, lederen siger det', 'Yes, the leader says it'), option('together', 'Ja, sammen med medarbejderen', 'Yes, together with the employee'), option('no', 'Nej', 'No'),
        ]),
      ],
    },
    {
      id: 'shield', title: both('Det, vi gør på arbejdet', 'What we do at work'),
      questions: [
        many('shielding', 'Hvad gør I?', 'What will you do?', [
          option('switchboard', 'Opkald går gennem omstillingen', 'Calls go through the switchboard'), option('mail', 'Mail går til en anden', 'Mail goes to someone else'),
          option('reception', 'Receptionen ved, hvem der ikke må komme ind', 'The reception knows who may not come in'), option('photo', 'Receptionen har et billede', 'The reception has a picture'),
          option('website', 'Navnet er taget af hjemmesiden', 'The name is off the website'), option('roster', 'Vagtplanen kan ikke ses af andre', 'The roster is hidden'),
          option('parking', 'Parkering tæt på døren', 'Parking close to the door'), option('escort', 'En går med til bil eller bus', 'Someone walks along to car or bus'),
          option('homeWork', 'Arbejde hjemme', 'Work at home'), option('hours', 'Andre tider', 'Other hours'), option('sickLeave', 'Syg på en del af tiden', 'On sick leave for part of the time'),
          option('otherCases', 'En anden har opgaven', 'Someone else has the task'), option('other', 'Andet', 'Other'),
        ], { required: true }),
        long('shieldingNote', 'Skriv, hvem der gør hvad, og hvornår', 'Write who does what, and when'),
        long('contacts', 'Hvad gør I, når den anden part ringer, skriver eller møder op?', 'What do you do when the other party calls, writes or turns up?', { required: true }),
        yesNo('restricted', 'Har I sat grænser for, hvordan en borger må kontakte jer?', 'Have you limited how a citizen may contact you?',
          { help: both('Det skal være sagligt, ikke mere end højst nødvendigt, og have en slutdato. Borgeren skal stadig kunne nå jer på en måde.', 'It must be fair, no more than needed, and have an end date. The citizen must still be able to reach you in some way.') }),
        day('restrictedUntil', 'Til hvilken dag?', 'Until which day?', { required: true, showIf: after('restricted', 'yes') }),
        short('logKept', 'Hvem skriver ned, hvad der sker?', 'Who writes down what happens?', { required: true, help: both('Kun med medarbejderens ja.', 'Only if the employee agrees.') }),
      ],
    },
    {
      id: 'duties', title: both('Det, I skal tage stilling til', 'What you must decide on'),
      questions: [
        one('policeHelp', 'Er der sagt, at I hjælper med at gå til politiet?', 'Have you said that you will help go to the police?', [
          option('accepted', 'Ja, og medarbejderen vil', 'Yes, and the employee wants it'), option('notNow', 'Ja, men ikke nu', 'Yes, but not now'), option('notYet', 'Ikke endnu', 'Not yet'),
        ], { required: true, help: both('Kommer det fra arbejdet, skal I hjælpe med det. (Skal kontrolleres.)', 'When it comes from the work, you must help with it. (To be checked.)') }),
        day('policeHelpOn', 'Hvilken dag blev det sagt?', 'On which day was it said?', { showIf: after('policeHelp', 'accepted', 'notNow') }),
        yesNo('injury', 'Har I talt om at anmelde det som skade fra arbejdet?', 'Have you talked of reporting it as an injury from work?', { required: true }),
        yesNo('amrTold', 'Ved de, der tager sig af arbejdsmiljø, besked?', 'Have those who look after the work environment been told?', { required: true }),
        yesNo('inPlan', 'Står det i jeres plan for arbejdsmiljø?', 'Does it stand in your work environment plan?', { required: true }),
        day('review', 'Hvilken dag ser I på planen igen?', 'On which day will you look at the plan again?', { required: true }),
      ],
    },
  ],
}
