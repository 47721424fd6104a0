// Every component on pages like those it is made for, with invented people. Looked at by people, asked by `gallery.test.ts`.
import type { Child } from 'hono/jsx'
import type { Day, Lang } from '../src/kernel/day.ts'
import { Baton } from '../src/platform/ui/baton.tsx'
import { Checkboxes, FieldGroup, Radios, Select, Tick } from '../src/platform/ui/choices.tsx'
import { QuickExitExplained } from '../src/platform/ui/exit.tsx'
import { DateInput, FieldRow, FileInput, TextArea, TextInput, TimeInput } from '../src/platform/ui/fields.tsx'
import { Actions, Button, ErrorSummary, errorOf, Form, Link, LinkButton, PostButton } from '../src/platform/ui/form.tsx'
import { ModelPicture } from '../src/platform/ui/model.tsx'
import { CitizenPage, PaperPage, PublicPage, StaffPage } from '../src/platform/ui/pages.tsx'
import { Aside, Columns, Details, Lead, Notice, Steps, SummaryList } from '../src/platform/ui/parts.tsx'
import { Table } from '../src/platform/ui/table.tsx'
import { Timeline } from '../src/platform/ui/timeline.tsx'
import { WeekChart } from '../src/platform/ui/weeks.tsx'

const day = (text: string) => text as Day
const staff = {
  demoBand: true,
  user: { name: 'Vera Vig', detail: 'visitator i Havneby Kommune', signOut: '/log-af' },
  nav: [
    { href: '/', label: 'Modellen' },
    { href: '/indbakke', label: 'Indbakke', count: 2 },
    { href: '/redskaber', label: 'Redskaber' },
    { href: '/hjaelp', label: 'Find hjælp' },
  ],
  footer: [
    { href: '/tilgaengelighed', label: 'Tilgængelighed' },
    { href: '/hvem-har-set', label: 'Hvem har set hvad' },
  ],
  otherLang: '/?sprog=en',
} as const
const citizen = {
  nav: [
    { href: '/noter', label: 'Skriv' },
    { href: '/noter/tidligere', label: 'Det, jeg har skrevet' },
    { href: '/noter/hvem', label: 'Hvem har set det' },
    { href: '/noter/sikker', label: 'Gå sikkert herfra' },
  ],
} as const

const weeks = [7, 12, 3, undefined, 14, 21].map((count, at) => ({
  label: `uge ${43 + at}`,
  monday: day(['2026-10-19', '2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23'][at] ?? ''),
  count,
}))
const year = Array.from({ length: 40 }, (_, at) => ({
  label: `uge ${at + 1}`,
  monday: day('2026-01-05'),
  count: at > 21 && at < 26 ? undefined : (at * 7) % 23,
}))

function model(lang: Lang = 'da') {
  return (
    <StaffPage {...staff} lang={lang} path="/" title="Hvor er du i modellen?">
      <h1>Hvor er du i modellen?</h1>
      <Lead>Der er én indgang. Alle, der møder en borger, som måske er udsat for stalking, går til visitator.</Lead>
      <ModelPicture
        entrance={{
          title: 'Første kontakt',
          task: 'Alle ansatte i kommunen, hos politiet og i foreninger. Lyt, og tag det alvorligt. Ring 112, hvis nogen er i fare nu.',
          act: { label: 'Send en henvendelse til visitator', href: '/henvend' },
        }}
        visitator={{
          title: 'Stalkingvisitator',
          mine: true,
          holders: [{ name: 'Vera Vig', phone: '00 00 00 01', note: 'Stedfortræder fra 1. december 2026: Mads Mole' }],
          waits: {
            text: '2 henvendelser venter',
            href: '/indbakke',
            due: 'Den ældste skal have svar i dag, fredag 20. november 2026, inden kl. 14.00.',
          },
          task: 'Afklarer, om det er stalking. Rådgiver. Henviser videre med samtykke. Sparrer med kolleger.',
          act: { label: 'Åbn indbakken', href: '/indbakke' },
        }}
        partners={[
          {
            title: 'Primær koordinator',
            holders: [
              { name: 'Karen Kaj', phone: '00 00 00 02', note: 'voksne' },
              { name: 'Finn Fyr', phone: '00 00 00 03', note: 'familier' },
            ],
            waits: { text: '1 henvisning er taget imod i går' },
            task: 'Kortlægger behov sammen med borgeren, lægger planen og samler afdelingerne.',
          },
          {
            title: 'Politiets kontaktperson',
            vacant: 'Lederen, Lone Lagune, er ved at udpege en ny. Ring til vagten på 00 00 00 04 så længe.',
            task: 'Tager imod henvisninger og sparrer.',
          },
          {
            title: 'Dansk Stalking Center',
            task: 'Rådgiver udsatte, pårørende og fagpersoner. Har tilbud til den, der stalker.',
            act: { label: 'Stil et spørgsmål uden navne', href: '/sparring' },
          },
        ]}
      />
      <p class="quiet">
        Sådan ser modellen ud i dag, fredag 20. november 2026. <Link href="/model/a4">Udskriv den som ét A4-ark</Link>.
      </p>
    </StaffPage>
  )
}

function casePage() {
  const rule = (
    <Aside kind="rule" heading="Før du kontakter borgeren">
      <p>Kun telefon, hverdage kl. 10-12. Sig "kommunen". Læg ingen besked. Brug ikke Digital Post.</p>
    </Aside>
  )
  const aside = (
    <>
      <Aside heading="Samtykker">
        <p>Ingen endnu.</p>
      </Aside>
      <Aside heading="Børn">
        <p>Ét barn. Underretning: besluttet nej torsdag 5. november 2026. Begrundelsen er skrevet.</p>
      </Aside>
      <Aside heading="Hvem har set sagen">
        <p>Dig 3 gange. Jobcentret 1 gang, den egen henvendelse.</p>
      </Aside>
    </>
  )
  const now = (
    <>
      <p>Gå tjeklisten igennem med borgeren. Det, I skrev sidst, står ved siden af. Du beslutter og skriver hvorfor.</p>
      <WeekChart caption="Hændelser pr. uge" weeks={weeks} />
    </>
  )
  return (
    <StaffPage {...staff} lang="da" path="/sager/1" current="/indbakke" title="Sag 2026-0001">
      <h1>Sag 2026-0001</h1>
      <Lead>Borgeren har skrevet log i fire uger. Nu skal I tale sammen igen.</Lead>
      <Baton
        mine
        has="Dig, visitator"
        since={day('2026-11-03')}
        next="Afklaring nr. 2 sammen med borgeren"
        why="Loggen er vist for dig: 12 hændelser og 3 bilag."
        by={day('2026-12-03')}
        daysLeft={13}
        action={{ label: 'Begynd afklaringen', href: '/sager/1/afklar' }}
      />
      <Columns rule={rule} aside={aside}>
        <Timeline
          items={[
            { title: 'Afklaring nr. 2', state: 'now', body: now },
            { title: 'Log i fire uger', state: 'done', when: '5. november til 3. december 2026', by: 'borgeren' },
            {
              title: 'Afklaring nr. 1: muligt, før log',
              state: 'done',
              when: 'torsdag 5. november 2026',
              by: 'Vera Vig, visitator',
              body: <p>"Uønsket og gentaget, men borgeren er i tvivl om omfanget."</p>,
            },
            { title: 'Henvendelse fra jobcentret', state: 'done', when: 'tirsdag 3. november 2026 kl. 9.40', by: 'Jonas Jolle' },
          ]}
        />
      </Columns>
    </StaffPage>
  )
}

const faults = [
  { field: 'acute', text: 'Vælg, om det er akut.' },
  { field: 'phone', text: 'Skriv et telefonnummer med otte tal.' },
  { field: 'day', text: 'Skriv en dag, der findes.' },
]

function formPage() {
  return (
    <StaffPage {...staff} lang="da" path="/henvend" title="Send en henvendelse">
      <ErrorSummary errors={faults} />
      <h1>Send en henvendelse</h1>
      <Lead>Otte korte spørgsmål. Det, du ikke ved, springer du over.</Lead>
      <Steps
        label="Hvor langt du er"
        steps={[
          { label: 'Er det akut?', state: 'done', href: '/henvend' },
          { label: 'Hvad er sket?', state: 'now' },
          { label: 'Send', state: 'later' },
        ]}
      />
      <Form action="/henvend" files hidden={{ case: 7 }}>
        <Radios
          name="acute"
          label="Er der nogen, der er i fare nu?"
          hint="Så stopper skemaet, og du får numrene."
          inline
          error={errorOf(faults, 'acute')}
          choices={[
            { value: 'yes', label: 'Ja' },
            { value: 'no', label: 'Nej' },
            { value: 'unsure', label: 'Ved ikke' },
          ]}
        />
        <Radios
          name="contact"
          label="Hvordan må visitator kontakte borgeren?"
          value="phone"
          choices={[
            {
              value: 'phone',
              label: 'Telefon',
              inside: (
                <TextInput name="phone" label="Telefonnummer" type="tel" numeric width="short" value="00 00" error={errorOf(faults, 'phone')} />
              ),
            },
            { value: 'visit', label: 'Borgeren kommer selv', hint: 'Aftal tid og sted med det samme.' },
          ]}
        />
        <Checkboxes
          name="seen"
          label="Hvad har du set eller fået fortalt?"
          optional
          values={['calls', 'visits']}
          choices={[
            { value: 'calls', label: 'Opkald' },
            { value: 'messages', label: 'Beskeder', hint: 'Også på sociale medier.' },
            { value: 'visits', label: 'Opsøger hjem eller arbejde' },
          ]}
        />
        <FieldRow>
          <DateInput name="day" label="Dag" value="2026-11-03" error={errorOf(faults, 'day')} />
          <TimeInput name="time" label="Klokken" optional value="09:40" />
        </FieldRow>
        <Select
          name="unit"
          label="Hvor arbejder du?"
          value="job"
          choices={[
            { value: 'job', label: 'Jobcentret' },
            { value: 'school', label: 'En skole' },
          ]}
        />
        <TextArea
          name="told"
          label="Hvad fortalte borgeren?"
          hint="Borgerens egne ord, så kort som muligt."
          value="Han har ringet hver dag i to uger."
        />
        <FileInput name="file" label="Bilag" optional accept="image/*" />
        <Tick name="agreed" label="Borgeren ved, at jeg sender det her" hint="Uden det må du kun spørge uden navn." />
        <Actions>
          <Button>Send til visitator</Button>
          <Button kind="secondary" name="then" value="later">
            Gem, og send senere
          </Button>
        </Actions>
      </Form>
    </StaffPage>
  )
}

function parts() {
  return (
    <StaffPage {...staff} lang="da" path="/dele" title="Dele">
      <h1>Dele</h1>
      <Baton
        has="Karen Kaj, primær koordinator"
        since={day('2026-11-18')}
        next="Første møde med borgeren"
        by={day('2026-11-18')}
        daysLeft={-2}
        action={{ label: 'Tag over', post: '/sager/1/tag', hidden: { version: '3' } }}
      />
      <Notice heading="Det er sendt" kind="done" live>
        <p>Visitator har den nu og svarer senest mandag 23. november 2026.</p>
      </Notice>
      <Notice heading="Visitator er her igen mandag kl. 8.00">
        <p>Kan det ikke vente, så ring 114 og bed om den sociale døgnvagt.</p>
      </Notice>
      <Notice kind="warn" heading="Teksten nævner en ny adresse">
        <p>Den anden part kan få det at læse. Ret det, eller vælg det fra.</p>
      </Notice>
      <Notice kind="acute" heading="Ring 112 nu">
        <p>
          Er faren lige her, så ring <Link href="tel:112">112</Link>. Ellers ring til politiet på <Link href="tel:114">114</Link>.
        </p>
      </Notice>
      <h2>Læs det igennem</h2>
      <SummaryList
        rows={[
          { term: 'Telefon', value: '00 00 00 21', change: { href: '/ret', about: 'telefonnummeret' } },
          { term: 'Må der lægges besked?', change: { href: '/ret', about: 'beskeder' } },
        ]}
      />
      <Table
        caption="Hvem har set loggen"
        columns={[{ label: 'Hvornår' }, { label: 'Hvem' }, { label: 'Sider', numeric: true }]}
        rows={[
          ['fredag 20. november 2026 kl. 9.12', 'Vera Vig, visitator i Havneby Kommune', 12],
          ['torsdag 19. november 2026 kl. 13.40', 'Karen Kaj, primær koordinator', 3],
        ]}
      />
      <Table caption="Tom" columns={[{ label: 'Hvem' }]} rows={[]} />
      <WeekChart id="year" caption="Beskeder pr. uge" weeks={year} />
      <WeekChart id="none" caption="Opkald pr. uge" weeks={[]} />
      <Details summary="Hvad betyder det?">
        <p>At sagen venter på dig.</p>
      </Details>
      <Actions>
        <LinkButton href="/indbakke" kind="secondary">
          Til indbakken
        </LinkButton>
        <PostButton action="/fortryd" label="Tag tilbage" kind="quiet" />
      </Actions>
    </StaffPage>
  )
}

function write(lang: Lang, errors: readonly { field: string; text: string }[] = []) {
  return (
    <CitizenPage {...citizen} lang={lang} path="/noter" title="Skriv" otherLang="/noter?sprog=en">
      <ErrorSummary errors={errors} />
      <h1>Hvad skete der?</h1>
      <Form action="/noter">
        <TextArea
          name="told"
          rows={4}
          label="Det, andre må læse"
          hint="Kort, og som det var. Skriv kun det, den anden part ved i forvejen."
          error={errorOf(errors, 'told')}
          value="Han ringede syv gange og sagde ikke noget."
        />
        <Radios
          name="when"
          label="Hvornår?"
          inline
          value="now"
          choices={[
            { value: 'now', label: 'Nu' },
            { value: 'today', label: 'Tidligere i dag' },
            { value: 'other', label: 'En anden dag' },
            { value: 'unsure', label: 'Ved ikke præcist' },
          ]}
        />
        <FieldGroup legend="Kun for mig" hint="Kommer aldrig med, når du deler." quiet>
          <TextArea name="own" rows={2} label={<span class="sr-only">Kun for mig</span>} />
        </FieldGroup>
        <Actions>
          <Button>Gem</Button>
        </Actions>
        <p class="quiet">Billede, lyd og beskeder kan lægges til bagefter.</p>
      </Form>
    </CitizenPage>
  )
}

/** Name of the page to the page; a fresh one at each call. */
export const gallery: Readonly<Record<string, () => Child>> = {
  model: () => model(),
  'model-en': () => model('en'),
  case: casePage,
  form: formPage,
  parts,
  write: () => write('da'),
  'write-again': () => write('en', [{ field: 'told', text: 'Skriv, hvad der skete. Ét ord er nok.' }]),
  exit: () => (
    <CitizenPage {...citizen} lang="da" path="/noter/sikker" title="Gå sikkert herfra">
      <QuickExitExplained level={1} />
      <Actions>
        <LinkButton href="/noter">Jeg har læst det</LinkButton>
      </Actions>
    </CitizenPage>
  ),
  public: () => (
    <PublicPage lang="da" path="/" title="Log på" exit demoBand>
      <h1>Log på</h1>
      <Form action="/log-paa">
        <TextInput name="name" label="Brugernavn" autocomplete="username" />
        <TextInput name="word" label="Adgangskode" type="password" autocomplete="current-password" />
        <Actions>
          <Button>Log på</Button>
        </Actions>
      </Form>
    </PublicPage>
  ),
  paper: () => (
    <PaperPage lang="da" path="/kode" title="Kode" back={{ href: '/sager/1', label: 'Tilbage' }}>
      <h1>Din kode</h1>
      <p class="code">ravn-kyst-4711</p>
      <p>Koden kan bruges én gang, indtil fredag 27. november 2026. Skriv den i feltet på siden. Smid så papiret ud.</p>
    </PaperPage>
  ),
}
