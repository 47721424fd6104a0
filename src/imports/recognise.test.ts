import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recognise } from './recognise.ts'

const files = [
  ['24.12.2024 22.15 - Mor: Hej', 'x.txt', 'whatsapp'], ['\ufeff\u200e[24/12/2024, 22:15:33] Mor: Hej', '_chat.txt', 'whatsapp'],
    ['Min samtale\n\n1/2/24, 10:00 PM - A: x', 'x', 'whatsapp'],
  ['PK\u0003\u0004xxxx', 'a.zip', 'zip'], ['%PDF-1.7', 'a.txt', 'pdf'], ['\u0089PNG\r\n', 'a.png', 'picture'], ['xxxxftypheic', 'a', 'picture'],
    ['xxxxftypisom', 'a', 'film'],
  ['OggS', 'a.opus', 'sound'], ['#!AMR', 'a', 'sound'], ['', 'a', 'empty'], ['  \n ', 'a', 'empty'], ['\u00ff\u00fe2\u00004\u0000', 'a.txt', 'utf16'],
  ['{"name":"x","messages":[{"date_unixtime":"1"}]}', 'result.json', 'telegram'], ['{"participants":[{"name":"x"}]}', 'message_1.json',
    'messenger'], ['[1]', 'a', 'json'],
  ['<?xml version="1.0"?>\n<smses count="2">', 'sms.xml', 'sms'], ['<calls count="2">', 'calls.xml', 'sms'], ['<!DOCTYPE html><html>', 'a.html',
    'html'], ['<gpx>', 'a.gpx', 'xml'],
  ['BEGIN:VCARD', 'a.vcf', 'contacts'], ['BEGIN:VCALENDAR', 'a.ics', 'calendar'], ['From x@example.org Mon Jan 1', 'a.mbox', 'mbox'],
  ['Received: from x\r\nFrom: a@example.org\r\nSubject: b\r\n', 'a.eml', 'mail'], ['a;b;c', 'a.csv', 'table'],
  ['Content-Type: multipart/mixed;\n\tboundary="x"\n\n--x\n', 'mixed.eml', 'mail'], ['MIME-Version: 1.0\nContent-Type: multipart/mixed;\n boundary="x"\n\n', 'a', 'mail'],
  ['Brevene ligger herunder:\n\nFrom abc@example.org Sun Dec 25 21:33:37 2011\n', 'gamle.mbox', 'mbox'], ['\u00d0\u00cf\u0011\u00e0', 'Brev.msg', 'mail'], ['\u00d0\u00cf\u0011\u00e0', 'Brev.doc', 'document'], ['Kære dagbog', 'a.txt', 'text'],
    ['a\u0000b', 'a', 'unknown'],
  ['SQLite format 3\u0000', 'msgstore.db', 'database'], ['\u0001\u0002\u0003', 'msgstore.db.crypt15', 'backup'],
] as const
for (const [start, name, is] of files) test(`${name} beginning ${JSON.stringify(start.slice(0, 24))} is ${is}`, () =>
  assert.equal(recognise(Buffer.from(start, /[\u0080-\u00ff]/.test(start) && is !== 'whatsapp' ? 'latin1' : 'utf8'), name), is))
