// What is this file? Said in one word, so that a person is told what it is and what to do, before anything is read.
import { newHead, readHead } from './whatsapp-head.ts'

/** `whatsapp` and `zip` can be read today; the others are known and come later, or are no export at all. */
export type Recognised = 'whatsapp' | 'zip' | Unread
export type Unread = 'empty' | 'picture' | 'sound' | 'film' | 'pdf' | 'telegram' | 'messenger' | 'sms' | 'signal' | 'json' | 'html' | 'xml' | 'mail'
  | 'mbox' | 'contacts' | 'calendar' | 'table' | 'archive' | 'database' | 'document' | 'backup' | 'utf16' | 'text' | 'unknown'

const magics: readonly (readonly [Recognised, string, number?])[] = [
  ['zip', 'PK\u0003\u0004'], ['zip', 'PK\u0005\u0006'], ['picture', '\u00ff\u00d8\u00ff'], ['picture', '\u0089PNG'], ['picture', 'GIF8'], ['pdf',
    '%PDF'],
  ['sound', 'OggS'], ['sound', '#!AMR'], ['sound', 'ID3'], ['archive', '7z\u00bc\u00af'], ['archive', 'Rar!'], ['archive', '\u001f\u008b'],
  ['database', 'SQLite format 3'], ['document', '\u00d0\u00cf\u0011\u00e0'], ['document', '{\\rtf'], ['mail', '!BDN'],
  ['picture', 'ftyphei', 4], ['picture', 'ftypmif1', 4], ['sound', 'ftypM4A', 4], ['film', 'ftyp', 4], ['picture', 'WEBP', 8], ['sound', 'WAVE', 8],
  ['utf16', '\u00ff\u00fe'], ['utf16', '\u00fe\u00ff'],
]

/** @param start the first bytes of the file, 64 KiB or all of it */
export function recognise(start: Buffer, name: string): Recognised {
  if (start.length === 0) return 'empty'
  const latin = start.toString('latin1', 0, 32)
  const magic = magics.find(([, bytes, at = 0]) => latin.startsWith(bytes, at))
  if (magic) return magic[0] === 'document' && isMessage(start, name) ? 'mail' : magic[0]
  if (/\.crypt\d+$/i.test(name)) return 'backup'
  if (hasHeads(start)) return 'whatsapp'
  if (start.includes(0)) return 'unknown'
  return textKind(start.toString('utf8').replace(/^\ufeff/, '').trimStart(), name)
}

/** A mail saved by Outlook: a compound file whose streams are called so. */
const isMessage = (start: Buffer, name: string): boolean => /\.msg$/i.test(name) || start.includes(Buffer.from('__substg1.0_', 'utf16le'))

/** An export begins with a head, within a few lines: some have a title or a blank line before it. */
function hasHeads(start: Buffer): boolean {
  const head = newHead()
  let from = 0
  for (let line = 0; line < 50 && from < start.length; line += 1) {
    const found = start.indexOf(start.includes(10) ? 10 : 13, from)
    const to = found === -1 ? start.length : found + 1
    if (readHead(start, from, to, head)) return true
    from = to
  }
  return false
}

function textKind(text: string, name: string): Unread {
  if (/^[{[]/.test(text)) return jsonKind(text)
  if (/^BEGIN:VCARD/i.test(text)) return 'contacts'
  if (/^BEGIN:VCALENDAR/i.test(text)) return 'calendar'
  if (/^From \S+/.test(text) || /\.mbox$/i.test(name) && /^From \S+/m.test(text)) return 'mbox'
  if (/^(?:[\w-]+: .*\r?\n(?:[ \t].*\r?\n)*){2,}/.test(text) && /^(?:From|Received|Return-Path|Date|Message-ID|MIME-Version): /im.test(text)) return 'mail'
  if (/^Content-Type: (?:multipart|text|message)\//i.test(text) || /\.eml$/i.test(name) && /^[\w-]+: /.test(text)) return 'mail'
  if (/<(?:smses|calls)[\s>]/i.test(text.slice(0, 4000))) return 'sms'
  if (/^(?:<\?xml[^>]*>\s*)?<!doctype html|^<html/i.test(text)) return 'html'
  if (/^<\?xml|^<\w+[\s>]/.test(text)) return 'xml'
  if (/\.(?:csv|tsv)$/i.test(name)) return 'table'
  return text.trim() === '' ? 'empty' : 'text'
}

function jsonKind(text: string): Unread {
  if (/"date_unixtime"|"from_id"|"about": ?"Here is the data you requested/.test(text)) return 'telegram'
  if (/"sender_name"|"senderName"|"participants"/.test(text)) return 'messenger'
  if (/"sent_at"|"conversationId"/.test(text)) return 'signal'
  return 'json'
}
