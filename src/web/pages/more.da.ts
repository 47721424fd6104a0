// What may be opened, in one sentence each: what it is for and when.
interface Said { readonly label: string; readonly about: string }
const said = <K extends string>(all: Readonly<Record<K, Said>>): Readonly<Record<K, Said>> => all

export const da = {
  title: 'Mere', lead: 'Alt det andet, du kan åbne. Du behøver ikke kende det; det, der haster, står øverst på forsiden.',
  groups: { urgent: 'Når det haster', citizen: 'Om en borger', effort: 'Indsatsen', roles: 'Roller og vikarer', tools: 'Redskaber og råd' },
  pages: said({
    '/model': { label: 'Modellen', about: 'Hvem der har hvilken opgave i dag, og hvad der venter på dig.' },
    '/indbakke': { label: 'Indbakke', about: 'Sagerne, der venter. Den, der skal være færdig først, står øverst.' },
    '/henvisninger': { label: 'Henvisninger', about: 'Det, andre har sendt til dig om en borger, og som du skal svare på.' },
    '/opgaver': { label: 'Mine opgaver', about: 'Det, du har lovet i en sag, og de møder, du er kaldt ind til.' },
    '/henvendelse': { label: 'Send en henvendelse', about: 'Når du har mødt en borger, der måske er udsat for stalking. Det tager under tre minutter.' },
    '/soeg': { label: 'Find en sag', about: 'Når du har et sagsnummer eller et navn og vil finde sagen.' },
    '/anonym': { label: 'Anonymt råd', about: 'Når nogen vil have råd uden at sige sit navn.' },
    '/henvis-hertil': { label: 'Henvis til kommunen', about: 'Når du har mødt en borger, som kommunen skal hjælpe.' },
    '/henvist-udefra': { label: 'Henvisning udefra', about: 'Når et krisecenter, en læge eller en anden har henvist en borger hertil.' },
    '/henvis-til-centret': { label: 'Henvis til Dansk Stalking Center', about: 'Når du vil henvise den udsatte, eller den, der selv har en svær adfærd.' },
    '/medarbejdere': { label: 'Medarbejdere', about: 'Når det er en kollega, der er udsat.' },
    '/samtaler': { label: 'Samtaler', about: 'Dine samtaler med dem, der selv har en svær adfærd og vil ændre den.' },
    '/ny-kode': { label: 'Bekræft en ny kode', about: 'Når en borger ikke kan komme ind i sin log, og en kollega har bedt dig bekræfte en ny kode.' },
    '/fare': { label: 'Fare for liv', about: 'Når liv er i fare, og du må se en sag, du ellers ikke må se. Du skriver hvorfor, og en leder læser det bagefter.' },
    '/fare/alle': { label: 'Sager åbnet i fare', about: 'Hvem der har åbnet en sag, fordi liv var i fare. Du gennemgår hver enkelt.' },
    '/laaste-sager': { label: 'Låste sager', about: 'Sager, som ingen må ændre, mens noget bliver afgjort.' },
    '/interesser': { label: 'Inhabilitet', about: 'Hvem der ikke må se en bestemt sag, fordi de kender en i den.' },
    '/interesser/mig': { label: 'Sig, at du er inhabil', about: 'Når du kender en i en sag og ikke må se den.' },
    '/frister': { label: 'Frister, der er gået', about: 'Det, ingen har svaret på i tide. Her ser du, hvem der skal gøre noget nu.' },
    '/fordeling': { label: 'Fordeling', about: 'Samtalerne med dem, der selv har en svær adfærd. Du kan give dem til en anden.' },
    '/styring': { label: 'Styring', about: 'Dagsorden og beslutninger til møderne om indsatsen. Her står intet om en borger.' },
    '/styring/tal': { label: 'Tal', about: 'Hvor mange der har fået hjælp, og hvor længe det tog. Uden navne.' },
    '/styring/lever-videre': { label: 'Det lever videre', about: 'Hvem der ejer indsatsen, og hvad nye kolleger skal vide.' },
    '/styring/aendringer': { label: 'Forslag til ændringer', about: 'Det, der skal være anderledes i skemaer og arbejdsgange. Her bliver det besluttet.' },
    '/aendringer': { label: 'Det, der er ændret', about: 'Læs, hvad der er nyt i skemaer og arbejdsgange.' },
    '/roller': { label: 'Roller', about: 'Hvem der har hvilken rolle. Her beder du en kollega være vikar, når du skal være væk.' },
    '/adgang': { label: 'Hvem kan se hvad', about: 'Listen over, hvem der har adgang. Du læser den og skriver under.' },
    '/grupper': { label: 'Grupper', about: 'Følgegruppen og andre grupper, og hvem der sidder i dem.' },
    '/indgange': { label: 'Indgange i andre kommuner', about: 'Hvem du ringer til, når borgeren bor et andet sted.' },
    '/redskaber': { label: 'Redskaber', about: 'Tjekliste, gode råd, skemaer og viden. De kan læses, printes og søges i.' },
    '/raad': { label: 'Råd for alle', about: 'De sider, som borgere og samarbejdspartnere kan læse uden log ind.' },
    '/redskaber/ret': { label: 'Ret redskaber', about: 'Lav skemaerne om til jeres egne ord. Du ser ændringen, før andre gør.' },
    '/sparring': { label: 'Sparring', about: 'Stil et spørgsmål til en, der ved det, uden at sige, hvem det drejer sig om.' },
    '/sparring/tal': { label: 'Hvor meget der bliver spurgt', about: 'Antallet af spørgsmål, år for år.' },
  }),
}
export type Page = keyof typeof da.pages
export type Group = keyof typeof da.groups
