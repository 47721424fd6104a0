// A talk with a person who stalks. It is that person's own record and never lies with the exposed person's. Frozen: a change is a new version.
import type { Form } from '../../forms/rules.ts'
import { after, both, day, draft, long, one, option, short, told, yesNo } from '../asking.ts'

export const conversation2: Form = {
  id: 'conversation', version: 2, kind: 'conversation',
  title: both('Samtalen', 'The talk'),
  source: draft('Dansk Stalking Centers offentlige råd om samtalen og på rapporten om Esbjerg 2017–2019', 'the public advice of Dansk Stalking Center on the talk and on the report on Esbjerg 2017–2019'),
  parts: [
    {
      id: 'before', title: both('Før I taler', 'Before you talk'),
      questions: [
        told('goodAdvice', both('Husk', 'Remember'), both(
          'Vær to. Mød ikke op hos den udsatte. Sig intet om den udsatte: ikke hvor, ikke hvordan det går, og ikke, at der er en log. Gå ikke mellem dem, og kom ikke med en besked.',
          'Be two. Do not turn up where the exposed person is. Say nothing of the exposed person: not where, not how things are, and not that there is a log. Do not go between them, and bring no message.')),
        told('howToTalk', both('Sådan taler du', 'How to talk'), both(
          'Spørg først, hvad personen håber at få ud af det. Tal så om, hvad det koster personen selv, og hvad det koster børn. Mange ved ikke, at det er stalking. '
            + 'Sig det roligt, og sig i samme åndedrag, at der er hjælp. Kontakten kan føles som et sug. Det er derfor, et helt stop er lettere end et halvt.',
          'Ask first what the person hopes to get out of it. Then talk of what it costs the person, and what it costs children. Many do not know that it is stalking. '
            + 'Say it calmly, and say in the same breath that there is help. The contact can feel like a craving. That is the reason why stopping altogether is easier than by half.')),
        day('talkedOn', 'Hvilken dag talte I?', 'On which day did you talk?', { required: true }),
        short('present', 'Hvem var med?', 'Who was there?', { required: true, help: both('Navn og rolle.', 'Name and role.') }),
        short('setting', 'Hvor talte I?', 'Where did you talk?'),
        yesNo('two', 'Var I to fagfolk?', 'Were you two professionals?'),
      ],
    },
    {
      id: 'said', title: both('Det, I talte om', 'What you talked about'),
      questions: [
        long('hopes', 'Hvad håber personen på?', 'What does the person hope for?'),
        long('costs', 'Hvad koster det personen selv, og børn?', 'What does it cost the person, and children?'),
        one('named', 'Blev det sagt, at det kan være stalking?', 'Was it said that it can be stalking?', [option('yes', 'Ja', 'Yes'), option('no', 'Nej', 'No'), option('later', 'Det venter til næste gang', 'It waits until next time')]),
        long('rules', 'Hvad blev der sagt om regler og følger?', 'What was said about rules and consequences?'),
        yesNo('threats', 'Hørte du en trussel?', 'Did you hear a threat?', { required: true, help: both('Hører du en trussel, så ring til politiet: 112 ved fare, ellers 114.', 'If you hear a threat, call the police: 112 in danger, else 114.') }),
        long('threatsDone', 'Hvad blev sagt, hvem har du ringet til, og hvornår?', 'What was said, whom have you called, and when?', { required: true, showIf: after('threats', 'yes') }),
      ],
    },
    {
      id: 'help', title: both('Hjælpen', 'The help'),
      questions: [
        yesNo('helpNamed', 'Har du sagt, at Dansk Stalking Center kan hjælpe?', 'Have you said that Dansk Stalking Center can help?', { help: both('De har en linje for den, der har svært ved at slippe. Se henvisningslisten.', 'They have a line for those who find it hard to let go. See the referral list.') }),
        one('helpAnswer', 'Hvad sagde personen?', 'What did the person say?', [
          option('yes', 'Ja', 'Yes'), option('callsSelf', 'Vil selv ringe', 'Will call'), option('thinks', 'Vil tænke over det', 'Will think about it'), option('no', 'Nej', 'No'),
        ], { showIf: after('helpNamed', 'yes') }),
        yesNo('mayContact', 'Må centret tage kontakt?', 'May the centre get in touch?', { showIf: after('helpAnswer', 'yes'), help: both('Så skal personen selv skrive under på et samtykke. Uden navn på papiret må intet sendes.', 'Then the person must sign a consent. Without a signature nothing may be sent.') }),
        day('talkAgain', 'Hvornår taler I igen?', 'When do you talk again?'),
      ],
    },
  ],
}
