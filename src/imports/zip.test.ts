import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Refusal } from '../kernel/refusal.ts'
import { openExport } from './chosen.ts'
import { startOf } from './feed.ts'
import { listFile } from './listing.ts'
import { type Part, zipOf } from './testing-zip.ts'
import { hashOf, openZip, zipLimits } from './zip.ts'

const folder = mkdtempSync(join(tmpdir(), 'lods-zip-'))
after(() => rmSync(folder, { recursive: true }))
const part = (name: string, text: string | Buffer): Part => ({ name, bytes: Buffer.from(text as string) })

interface Line { readonly kind: string; readonly why?: string; readonly member?: string; readonly [key: string]: unknown }
async function list(parts: readonly Part[] | Buffer, me?: string): Promise<{ readonly lines: readonly Line[]; readonly is: string | undefined }> {
  const path = join(folder, 'chat.zip')
  writeFileSync(path, Buffer.isBuffer(parts) ? parts : zipOf(parts))
  const out: Buffer[] = []
  const listed = await listFile(path, { me }, async lines => void out.push(Buffer.from(lines)))
  return { lines: Buffer.concat(out).toString().split('\n').filter(Boolean).map(it => JSON.parse(it) as Line),
    is: 'is' in listed ? listed.is : undefined }
}

const chat = '[24.12.2024 22.15.33] Mor: Hej\r\n[24.12.2024 22.16.00] Ex: \u200e<vedhæftet: 00000002-PHOTO-2024-12-24-22-16-00.jpg>\r\n'
const photo = Buffer.from('not really a picture')

test('a chat in a zip is read with its attachments, and every byte of every member is accounted for', async () => {
  const { lines } = await list([part('_chat.txt', chat), part('00000002-PHOTO-2024-12-24-22-16-00.jpg', photo), part('unnamed.jpg', 'x')])
  assert.deepEqual(lines.map(it => it.why ?? it.kind), ['source', 'source', 'entry', 'entry', 'attachment', 'attachment', 'sum'])
  const sha256 = createHash('sha256').update(photo).digest('hex')
  assert.deepEqual(lines[3]?.['attachments'], [{ name: '00000002-PHOTO-2024-12-24-22-16-00.jpg', present: true, bytes: photo.length, sha256 }])
  const size = Buffer.byteLength(chat)
  assert.deepEqual(lines.at(-1)?.['bytes'], { entries: size, rest: photo.length + 1, file: size + photo.length + 1 })
  assert.deepEqual(lines.at(-1)?.['warnings'], ['attachments-unnamed'])
  assert.equal(lines[2]?.member, '_chat.txt')
})

test('what a Mac leaves, a zip in the zip and names that are paths are rests and never opened', async () => {
  const inner = zipOf([part('_chat.txt', chat)])
  const names = ['__MACOSX/.__chat.txt', '._x.jpg', 'inner.zip', '../../etc/passwd', '/evil', 'C:/evil', 'a\\..\\b.txt']
  const { lines } = await list([part('_chat.txt', chat), ...names.map(name => part(name, name === 'inner.zip' ? inner : chat))])
  const whys = lines.filter(it => it.kind === 'rest').map(it => it.why)
  assert.deepEqual(whys, ['mac-data', 'mac-data', 'zip-inside', 'unsafe-name', 'unsafe-name', 'unsafe-name', 'unsafe-name'])
  assert.equal(lines.filter(it => it.kind === 'entry').length, 2)
  assert.deepEqual(lines.at(-1)?.['warnings'], ['attachments-missing', 'unread-member'])
})

test('an Android zip has one text of any name; a text sent as an attachment beside _chat.txt is an attachment', async () => {
  const android = await list([part('WhatsApp-chat med Ex.txt', '24.12.2024 22.15 - Ex: Hej\n')])
  assert.equal(android.lines.filter(it => it.kind === 'entry').length, 1)
  const { lines } = await list([part('notes.txt', '24.12.2024 22.15 - Ex: Hej\n'), part('_chat.txt', chat)])
  assert.deepEqual(lines.filter(it => it.member === 'notes.txt').map(it => it.why), ['attachment'])
})

test('names without the mark of UTF-8 are still UTF-8 when they can be, and composed letters meet decomposed ones', async () => {
  const bytes = Buffer.from('x')
  const { lines } = await list([part('_chat.txt', '24.12.2024 22.15 - Ex: \u200e<vedhæftet: å.jpg>\n'), { name: Buffer.from('a\u030a.jpg'), bytes,
    flags: 0 }])
  assert.deepEqual((lines[2]?.['attachments'] as readonly { present: boolean }[]).map(it => it.present), [true])
})

test('the same entries in two members are duplicates, more of them than before are not', async () => {
  const first = '24.12.2024 22.15 - Ex: Hej\n24.12.2024 22.15 - Ex: Hej\n24.12.2024 22.16 - Ex: a\r\n'
  const second = '24.12.2024 22.15 - Ex: Hej\n'.repeat(3) + '24.12.2024 22.16 - Ex: a\n24.12.2024 22.17 - Ex: b\n'
  const { lines } = await list([part('old.txt', first), part('new.txt', second)])
  assert.deepEqual(lines.filter(it => it.member === 'new.txt').map(it => it.why ?? it.kind), ['source', 'duplicate', 'duplicate', 'entry',
    'duplicate', 'entry'])
  const sum = lines.at(-1) as Line & { readonly bytes: { readonly entries: number; readonly rest: number; readonly file: number } }
  assert.deepEqual([sum['entries'], sum['duplicates'], sum.bytes.entries + sum.bytes.rest], [5, 3, sum.bytes.file])
})

test('a zip bomb is a rest that is not unpacked, and the chat beside it is read', async () => {
  const { lines } = await list([part('_chat.txt', chat), { name: 'bomb.jpg', bytes: Buffer.alloc(zipLimits.small + 1) }])
  assert.deepEqual(lines.filter(it => it.kind === 'rest').map(it => [it.why, it['length']]), [['too-large', zipLimits.small + 1]])
  assert.equal(lines.filter(it => it.kind === 'entry').length, 2)
})

test('a member that would fill the memory is left out of what she can choose, and a chat of that size is refused', async () => {
  const zip = zipOf([part('_chat.txt', chat), part('big.jpg', Buffer.alloc(chat.length * 2, 1))])
  const opened = await openExport(zip, 'x.zip', { member: chat.length + 20, total: 1_000_000 })
  assert.deepEqual([opened.chats.length, [...opened.files.keys()]], [1, []])
  opened.close()
  for (const most of [{ member: 20, total: 1_000_000 }, { member: 1_000, total: 20 }])
    await assert.rejects(openExport(zip, 'x.zip', most), (error: unknown) => error instanceof Refusal && error.code === 'imports.too-much')
})

test('a chat that is damaged, locked or packed too tightly is called that, with a line for the file and its sum, and never that there was none', async () => {
  const cases = [
    ['bad-chat', { ...part('_chat.txt', chat), crc: 1 }], ['locked-chat', { ...part('_chat.txt', chat), flags: 0x801 }],
    ['large-chat', part('_chat.txt', Buffer.alloc(zipLimits.small + 1, 'x'))],
  ] as const
  for (const [is, it] of cases) {
    const listed = await list([it, part('IMG.jpg', 'some bytes')])
    assert.equal(listed.is, is)
    assert.deepEqual(listed.lines.map(line => line.kind), ['source', 'rest', 'rest', 'sum'], is)
  }
  const damaged = zipOf([{ ...part('_chat.txt', chat), crc: 1 }])
  await assert.rejects(openExport(damaged, 'x.zip'), (error: unknown) => error instanceof Refusal && error.code === 'imports.bad-member')
})

test('a member whose size or bytes are not what the zip says is unreadable, and nothing of it is believed', async () => {
  for (const lie of [{ sizeTold: 5 }, { sizeTold: 50_000 }, { crc: 1 }]) {
    const { lines } = await list([part('_chat.txt', chat), { ...part('x.jpg', 'some ten bytes'), ...lie }])
    assert.deepEqual(lines.filter(it => it.kind === 'rest').map(it => it.why), ['unreadable'], JSON.stringify(lie))
  }
})

test('locked members are not opened', async () => {
  const { lines } = await list([part('_chat.txt', chat), { ...part('x.jpg', 'x'), flags: 1 }])
  assert.deepEqual(lines.filter(it => it.kind === 'rest').map(it => it.why), ['encrypted'])
})

test('a zip without a chat, a broken zip and a zip of too many files are told apart', async () => {
  assert.equal((await list([part('a.jpg', 'x')])).is, 'no-chat')
  assert.equal((await list(zipOf([part('_chat.txt', chat)]).subarray(0, 60))).is, 'bad-zip')
  const many = zipOf(Array.from({ length: 30 }, (_, index) => part(`${index}.jpg`, '')))
  await assert.rejects(openZip(many, { ...zipLimits, members: 29 }), (error: unknown) => error instanceof Refusal
    && error.code === 'imports.too-much')
  const total = await openZip(zipOf([part('a', 'aaaa'), part('b', 'bbbb')]), { ...zipLimits, total: 7 })
  assert.deepEqual(total.members.map(it => it.closed), [undefined, 'too-large'])
})

test('a member can be read in part and read again', async () => {
  const zip = await openZip(zipOf([part('a', Buffer.alloc(200_000, 0x61))]))
  const [member] = zip.members
  assert.ok(member)
  assert.equal((await startOf(member.feed, 10)).toString(), 'aaaaaaaaaa')
  assert.equal((await hashOf(member.feed)).bytes, 200_000)
})

test('a zip flipped or cut anywhere is refused or adds up, and never a fault', async () => {
  const whole = zipOf([part('_chat.txt', chat), part('a.jpg', photo)])
  for (let at = 0; at < whole.length; at += process.env['LODS_LONG'] ? 1 : 5) {
    const flipped = Buffer.from(whole)
    flipped[at] = (flipped[at] ?? 0) ^ 0x55
    for (const bytes of [flipped, whole.subarray(0, at)]) {
      const { lines } = await list(bytes)
      const sum = lines.at(-1) as (Line & { readonly bytes?: { readonly entries: number; readonly rest: number; readonly file: number } }) | undefined
      if (sum?.bytes) assert.equal(sum.bytes.entries + sum.bytes.rest, sum.bytes.file)
    }
  }
})
