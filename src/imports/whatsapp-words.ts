// WhatsApp's own words in a chat, in the languages people in Denmark have their phones in. The words follow the phone, not the chat,
// and the phone the export was made on, not the sender's. What is not here stays a message as written; nothing is lost by it.
import { plain } from './rules.ts'

/** gone: something was sent that is not in the export · deleted · missed: a call nobody took · live: a position being shared. */
export type Meaning = 'gone' | 'deleted' | 'missed' | 'live'

const gone = [
  // Danish
  'mediefil udeladt', 'medier udeladt', 'billede udeladt', 'video udeladt', 'lyd udeladt', 'klistermærke udeladt', 'gif udeladt',
  'dokument udeladt', 'kontaktkort udeladt', 'videobesked udeladt', 'talebesked udeladt',
  // English
  'media omitted', 'image omitted', 'photo omitted', 'video omitted', 'audio omitted', 'sticker omitted', 'gif omitted', 'document omitted',
  'contact card omitted', 'video note omitted', 'voice message omitted', 'view once photo omitted', 'view once video omitted', 'file omitted',
  // German
  'medien ausgeschlossen', 'medien weggelassen', 'medien ausgelassen', 'bild weggelassen', 'video weggelassen', 'audio weggelassen',
  'sticker weggelassen', 'gif weggelassen', 'dokument weggelassen', 'kontaktkarte ausgelassen', 'videonachricht weggelassen',
  // Swedish, Norwegian, Finnish
  'media utelämnat', 'media har utelämnats', 'bild utesluten', 'bild utelämnad', 'video utesluten', 'video utelämnad', 'ljud utelslutet',
    'ljud uteslutet',
  'sticker utesluten', 'gif utesluten', 'dokument uteslutet', 'kontaktkort uteslutet', 'media utelatt', 'uten vedlegg', 'bilde ikke inkludert',
  'bilde utelatt', 'video utelatt', 'lyd utelatt', 'klistremerke utelatt', 'gif utelatt', 'utelatt dokument', 'dokument utelatt',
    'kontaktkort sløyfet',
  'media jätettiin pois', 'media jätetty pois', 'ei kuvaa', 'kuva jätettiin pois', 'videota ei sisällytetä', 'äänitiedostoa ei sisällytetä',
  'tarraa ei sisällytetty', 'gif-animaatio jätetty pois', 'dokumenttia ei sisällytetä', 'yhteystietokortti jätettiin pois',
  // Dutch
  'media weggelaten', 'afbeelding weggelaten', 'video weggelaten', 'audio weggelaten', 'sticker weggelaten', 'gif weggelaten', 'document weggelaten',
  'visitekaartje weggelaten',
  // French
  'médias omis', 'fichier omis', 'média omis', 'image absente', 'vidéo absente', 'audio omis', 'sticker omis', 'gif retiré', 'document manquant',
  'fiche contact manquante', 'gif omis', 'document omis', 'image omise', 'vidéo omise',
  // Spanish
  'multimedia omitido', 'archivo omitido', 'imagen omitida', 'video omitido', 'vídeo omitido', 'audio omitido', 'sticker omitido', 'gif omitido',
  'documento omitido', 'tarjeta de contacto omitida',
  // Italian
  'media omessi', 'media omesso', 'immagine omessa', 'video omesso', 'audio omesso', 'sticker non incluso', 'gif esclusa', 'documento omesso',
  'scheda contatto omessa',
  // Portuguese
  'mídia omitida', 'ficheiro não revelado', 'mídia oculta', 'arquivo de mídia oculto', 'imagem ocultada', 'vídeo omitido', 'áudio ocultado',
  'figurinha omitida', 'gif omitido', 'cartão do contato omitido', 'imagem não revelada', 'vídeo não revelado', 'ficheiro de áudio não revelado',
  'sticker não revelado', 'gif não revelada', 'documento não revelado', 'contacto não revelado',
  // Polish, Romanian, Turkish
  'pominięto multimedia', 'pliki pominięto', 'obraz pominięty', 'wideo pominięte', 'audio pominięte', 'pominięto naklejkę', 'plik gif pominięty',
  'dokument pominięty', 'pominięta wizytówka kontaktu', 'conținut media omis', 'imagine omisă', 'clip video omis', 'fără audio', 'document omis',
  'medya dahil edilmedi', 'medya atlanmış', 'görüntü dahil edilmedi', 'video dahil edilmedi', 'ses dahil edilmedi', 'çıkartma dahil edilmedi',
  'gif dahil edilmedi', 'belge dahil edilmedi', 'kişi kartı dahil edilmedi',
  // Ukrainian, Russian, Arabic, Persian
  'медіа пропущено', 'зображення відсутнє', 'відео відсутнє', 'аудіо відсутнє', 'наклейку не додано', 'документ пропущено',
    'картка контакту відсутня',
  'без медиафайлов', 'файл пропущен', 'изображение отсутствует', 'видео отсутствует', 'аудиофайл отсутствует', 'стикер не добавлен',
    'gif отсутствует',
  'документ отсутствует', 'карточка контакта отсутствует', 'تم استبعاد الوسائط', 'لم يتم إدراج الصورة', 'لم يتم إدراج الفيديوهات',
  'لم يتم إدراج المقاطع الصوتية', 'تم حذف الملصقات', 'لم يتم إدراج صورة gif', 'لم يتم إدراج المستند', 'رسانه حذف شد', 'تصویر حذف شد',
    'ویدیو حذف شد', 'صدا حذف شد',
]
const deleted = [
  'denne besked er blevet slettet', 'denne besked blev slettet', 'du har slettet denne besked', 'du slettede denne besked',
  'this message was deleted', 'you deleted this message', 'this message was deleted by an admin', 'you deleted this message as admin',
  'diese nachricht wurde gelöscht', 'du hast diese nachricht gelöscht', 'det här meddelandet raderades', 'detta meddelande raderades',
  'du har tagit bort meddelandet', 'du raderade det här meddelandet', 'du raderade detta meddelande', 'denne meldingen ble slettet',
  'du slettet denne meldingen', 'tämä viesti poistettiin', 'poistit tämän viestin', 'dit bericht is verwijderd', 'u hebt dit bericht verwijderd',
  'je hebt dit bericht verwijderd', 'ce message a été supprimé', 'vous avez supprimé ce message', 'se eliminó este mensaje',
    'este mensaje fue eliminado',
  'eliminaste este mensaje', 'questo messaggio è stato eliminato', 'hai eliminato questo messaggio', 'mensagem apagada', 'esta mensagem foi apagada',
  'apagou esta mensagem', 'você apagou esta mensagem', 'ta wiadomość została usunięta', 'acest mesaj a fost șters', 'ați șters acest mesaj',
    'bu mesaj silindi',
  'bu mesajı sildiniz', 'це повідомлення було видалено', 'ви видалили це повідомлення', 'данное сообщение удалено', 'вы удалили данное сообщение',
  'вы удалили это сообщение', 'تم حذف هذه الرسالة', 'این پیام حذف شد', 'این پیام حذف شده است',
]
const missed = [
  'ubesvaret taleopkald', 'ubesvaret videoopkald', 'mistet opkald', 'mistede video opkald', 'mistet videoopkald', 'ubesvaret opkald',
    'mistet taleopkald',
  'missed voice call', 'missed video call', 'missed group voice call', 'missed group video call', 'you missed a voice call',
    'you missed a video call',
  'verpasster sprachanruf', 'verpasster videoanruf', 'verpasster gruppen-sprachanruf', 'verpasster gruppen-videoanruf', 'missat röstsamtal',
    'missat samtal',
  'missat videosamtal', 'tapt taleanrop', 'tapt videoanrop', 'tapt videosamtale', 'vastaamaton äänipuhelu', 'vastaamaton videopuhelu',
    'gemist spraakgesprek',
  'gemiste spraakoproep', 'gemist videogesprek', 'gemiste video-oproep', 'appel vocal manqué', 'appel vidéo manqué', 'llamada perdida',
  'llamada de voz perdida', 'videollamada perdida', 'chiamata vocale persa', 'videochiamata persa', 'chamada de voz perdida',
    'chamada de vídeo perdida',
  'videochamada perdida', 'nieodebrane połączenie', 'nieodebrane poł. głosowe', 'nieodebrane poł. wideo', 'apel vocal ratat', 'apel vocal nepreluat',
  'apel video ratat', 'apel video nepreluat', 'cevapsız sesli arama', 'cevapsız görüntülü arama', 'пропущений аудіодзвінок',
    'пропущений відеодзвінок',
  'пропущенный аудиозвонок', 'пропущенный видеозвонок', 'مكالمة صوتية فائتة', 'مكالمة فيديو فائتة', 'تماس صوتی پاسخ داده نشده',
    'تماس تصویری پاسخ داده نشده',
]
const live = [
  'live placering delt', 'live location shared', 'live-standort wird geteilt', 'liveposition delad', 'posisjon i sanntid delt',
    'live-sijainti jaettu',
  'live locatie gedeeld', 'localisation en direct partagée', 'ubicación en tiempo real compartida', 'posizione attuale condivisa',
  'localização atual compartilhada', 'udostępniona transmisja położenia', 'canlı konum paylaşıldı', 'геодані надіслано', 'геоданные отправлены',
  'تمت مشاركة الموقع المباشر',
]
/** A call that was rung or taken; what follows a comma tells how it ended. */
const calls = ['taleopkald', 'videoopkald', 'opkald', 'gruppeopkald', 'voice call', 'video call', 'group call', 'group voice call',
  'group video call',
  'sprachanruf', 'videoanruf', 'gruppenanruf', 'ausgehender sprachanruf', 'eingehender sprachanruf', 'ausgehender videoanruf',
    'eingehender videoanruf',
  'röstsamtal', 'videosamtal', 'taleanrop', 'videoanrop', 'äänipuhelu', 'videopuhelu', 'spraakoproep', 'video-oproep', 'appel vocal', 'appel vidéo',
  'llamada', 'llamada de voz', 'videollamada', 'chiamata vocale', 'videochiamata', 'chamada de voz', 'chamada de vídeo']
const unanswered = ['intet svar', 'ikke besvaret', 'no answer', 'keine antwort', 'nicht angenommen', 'inget svar', 'ei vastausta', 'geen antwoord',
  'ubesvart',
  'pas de réponse', 'aucune réponse', 'sin respuesta', 'nessuna risposta', 'sem resposta', 'declined', 'afvist', 'abgelehnt']
/** The words in `<attached: x>` and `x (file attached)`. */
const attached = ['vedhæftet', 'fil vedhæftet', 'vedhæftet fil', 'attached', 'file attached', 'anhang', 'angehängt', 'datei angehängt', 'bifogad',
  'bifogad fil',
  'bifogat', 'fil bifogad', 'vedlegg', 'vedlagt', 'fil vedlagt', 'vedlagt fil', 'liite', 'liitetty', 'tiedosto liitetty', 'liitetiedosto',
    'bijgevoegd', 'bijlage',
  'bestand bijgevoegd', 'joint', 'pièce jointe', 'fichier joint', 'adjunto', 'archivo adjunto', 'allegato', 'file allegato', 'anexado', 'anexo',
  'arquivo anexado', 'ficheiro anexado', 'załączono', 'plik załączony', 'eklendi', 'dosya ekli', 'fișier atașat', 'atașat', 'файл добавлен',
    'прикріплено',
  'вложено', 'الملف مرفق', 'مرفق']

/** How the app's own sentences begin, with or without a chat's or business's name in front. */
const systemStarts = ['beskeder og opkald er krypteret', 'beskeder til denne', 'beskeder, du sender', 'messages and calls are end-to-end',
  'messages to this',
  'messages you send to this', 'nachrichten und anrufe sind ende-zu-ende', 'nachrichten, die du', 'meddelanden och samtal',
    'meldinger og samtaler er',
  'meldinger og anrop er', 'viestit ja puhelut', 'berichten en gesprekken', 'berichten en oproepen', 'les messages et les appels',
    'les messages et appels',
  'los mensajes y las llamadas', 'i messaggi e le chiamate', 'as mensagens e as chamadas', 'as mensagens e ligações', 'wiadomości i połączenia',
  'mesajlar ve aramalar', 'mesajele și apelurile', 'повідомлення та дзвінки', 'сообщения и звонки', 'الرسائل والمكالمات',
    'this business uses a secure',
  'this business is', 'this business works', 'denne virksomhed', 'dieses unternehmen', 'this chat is with a business', 'din sikkerhedskode',
    'your security code',
  'deine sicherheitsnummer']

const table = new Map<string, Meaning>([
  ...gone.map((it): [string, Meaning] => [it, 'gone']), ...deleted.map((it): [string, Meaning] => [it, 'deleted']),
  ...missed.map((it): [string, Meaning] => [it, 'missed']), ...live.map((it): [string, Meaning] => [it, 'live']),
])
const attachedWords = new Set(attached)
const callWords = new Set(calls)
const unansweredWords = new Set(unanswered)

/** As the table is written: seen characters only, lower case, no `<>` around and no full stop behind. */
const bare = (text: string): string => plain(text).toLowerCase().replace(/^<\s*|\s*>$/g, '').replace(/[.\s]+$/, '')

export const meaningOf = (text: string): Meaning | undefined => table.get(bare(text)) ?? (callOf(text)?.outcome === 'missed' ? 'missed' : undefined)
export const isAttachedWord = (word: string): boolean => attachedWords.has(bare(word))
export const startsAsSystem = (text: string): boolean => {
  const start = bare(text.slice(0, 80))
  return systemStarts.some(it => start.startsWith(it))
}

export interface CallFound { readonly seconds: number | null; readonly outcome: 'missed' | 'unanswered' | 'answered' | 'unknown' }

/** "Missed voice call", "Voice call, 2 min", "Videoopkald, intet svar, tryk for at ringe tilbage"; undefined for anything else. */
export function callOf(text: string): CallFound | undefined {
  if (text.length > 120) return undefined
  const [what, ...told] = bare(text).split(/[,.•·]\s*/).map(it => it.trim())
  if (what === undefined) return undefined
  if (table.get(what) === 'missed' || table.get(bare(text)) === 'missed') return { seconds: null, outcome: 'missed' }
  if (!callWords.has(what) || told.length === 0) return undefined
  if (told.some(it => unansweredWords.has(it))) return { seconds: null, outcome: 'unanswered' }
  const seconds = secondsIn(told.join(' '))
  return seconds === undefined ? undefined : { seconds, outcome: 'answered' }
}

/** "1 t 5 min", "2 min", "45 sek", "1:02:33"; undefined when it is no length of time. */
function secondsIn(text: string): number | undefined {
  const clock = /^(?:(\d{1,2}):)?(\d{1,2}):(\d{2})$/.exec(text)
  if (clock) return Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3])
  let seconds: number | undefined
  for (const [, count, unit] of text.matchAll(/(\d{1,4})\s*([a-zåäöæøé]+)/g)) {
    const size = /^(s|sec|sek|secs|seg|second|seconds|sekunder?|sekunden?)$/.test(unit ?? '') ? 1 : /^m/.test(unit ?? '') ? 60
      : /^(t|h|hr|hrs|std|tim|time|timer|hours?|stunden?)$/.test(unit ?? '') ? 3600 : undefined
    if (size === undefined) return undefined
    seconds = (seconds ?? 0) + Number(count) * size
  }
  return seconds
}

/**
 * A cheap question on bytes before anything is decoded: could the text at `from` be one of the app's own? Only the first six bytes
 * are looked at, so yes means "decode and look", no means no.
 */
export function mayBeOwnWords(buf: Buffer, from: number, to: number): boolean {
  const start = (buf[from] ?? 0) === 0x3c ? from + 1 : from
  return to - start >= 6 && to - start <= 160 && starts[startKey(buf, start)] === 1
}

const startKey = (buf: Buffer, from: number): number => {
  let key = 0
  for (let index = from; index < from + 6; index += 1) {
    const byte = buf[index] ?? 0
    key = (Math.imul(key, 33) + (byte < 0x80 ? byte | 0x20 : 0x80)) & 0xffff
  }
  return key
}
const starts = new Uint8Array(65_536)
for (const words of [gone, deleted, missed, live, calls, systemStarts]) for (const word of words) {
  // Upper and lower case of letters beyond ASCII differ in their bytes, so all of those count as one.
  const bytes = Buffer.from(word)
  starts[startKey(bytes, 0)] = 1
}
/** A position written out: "Placering: https://maps.google.com/?q=55.1,10.2". */
export const isPosition = (text: string): boolean => /^[^:\n]{3,24}: ?https:\/\/maps\.google\.com\/\?q=-?[\d.]+,-?[\d.]+/i.test(plain(text))

const sealed = ['end-to-end', 'end to end', 'ende-zu-ende', 'ende til ende', 'ende-til-ende', 'ände till ände', 'totalsträck', 'päästä päähän',
  'bout en bout',
  'extremo a extremo', 'ponta a ponta', 'uçtan uca', 'capăt la capăt', 'сквозн', 'наскрізн']
/** The notice of encryption, which some phones write under a name and without any mark. */
export function isSealedNotice(text: string): boolean {
  const start = text.slice(0, 200).toLowerCase()
  return sealed.some(it => start.includes(it))
}
