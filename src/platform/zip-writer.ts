// Writes zip files whose every byte follows from their members: stored, one date, UTF-8 names, nothing optional (PKWARE APPNOTE 6.3).
// That lets a reader write the same frame again and see whether a byte between the members was changed.
import { crc32 } from 'node:zlib'
import type { Day } from '../kernel/day.ts'

export interface ZipMember { readonly name: string; readonly size: number; readonly crc: number; readonly executable: boolean }
export interface Placed extends ZipMember { readonly offset: number }

/** From this number on a size or an offset is written in its 64 bit field. */
const most = 0xffffffff

/** `limit` is lower only in tests. */
export interface ZipFrame { readonly day: Day; readonly limit?: number }

export function localHeader(frame: ZipFrame, { name, size, crc }: ZipMember): Uint8Array {
  const big = size >= (frame.limit ?? most)
  const extra = big ? extra64([size, size]) : new Uint8Array()
  const title = Buffer.from(name)
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  stamp(head, 4, frame, big)
  sizes(head, 14, crc, big ? most : size)
  head.writeUInt16LE(title.length, 26)
  head.writeUInt16LE(extra.length, 28)
  return Buffer.concat([head, title, extra])
}

/** The directory at the end and what follows it. `at` is where it begins. */
export function directory(frame: ZipFrame, members: readonly Placed[], at: number): Uint8Array {
  const entries = Buffer.concat(members.map(it => directoryEntry(frame, it)))
  const limit = frame.limit ?? most
  const big = at >= limit || entries.length >= limit || members.length >= Math.min(limit, 0xffff)
  const tail = Buffer.alloc(22)
  tail.writeUInt32LE(0x06054b50, 0)
  const count = big ? 0xffff : members.length
  tail.writeUInt16LE(count, 8)
  tail.writeUInt16LE(count, 10)
  tail.writeUInt32LE(big ? most : entries.length, 12)
  tail.writeUInt32LE(big ? most : at, 16)
  return Buffer.concat([entries, ...(big ? [end64(members.length, entries.length, at)] : []), tail])
}

function directoryEntry(frame: ZipFrame, { name, size, crc, executable, offset }: Placed): Uint8Array {
  const limit = frame.limit ?? most
  const bigSize = size >= limit
  const bigOffset = offset >= limit
  const extra = bigSize || bigOffset ? extra64([...(bigSize ? [size, size] : []), ...(bigOffset ? [offset] : [])]) : new Uint8Array()
  const title = Buffer.from(name)
  const head = Buffer.alloc(46)
  head.writeUInt32LE(0x02014b50, 0)
  // Made on a Unix, so that the script in the bundle can be run.
  head.writeUInt16LE((3 << 8) | 45, 4)
  stamp(head, 6, frame, bigSize || bigOffset)
  sizes(head, 16, crc, bigSize ? most : size)
  head.writeUInt16LE(title.length, 28)
  head.writeUInt16LE(extra.length, 30)
  head.writeUInt32LE(((executable ? 0o100755 : 0o100644) << 16) >>> 0, 38)
  head.writeUInt32LE(bigOffset ? most : offset, 42)
  return Buffer.concat([head, title, extra])
}

/** Version needed, flags (UTF-8 names), method (stored), time (00:00) and day. */
function stamp(head: Buffer, at: number, { day }: ZipFrame, big: boolean): void {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number)
  head.writeUInt16LE(big ? 45 : 20, at)
  head.writeUInt16LE(0x0800, at + 2)
  head.writeUInt16LE(0, at + 4)
  head.writeUInt16LE(0, at + 6)
  head.writeUInt16LE(((year - 1980) << 9) | (month << 5) | date, at + 8)
}

function sizes(head: Buffer, at: number, crc: number, size: number): void {
  head.writeUInt32LE(crc, at)
  head.writeUInt32LE(size, at + 4)
  head.writeUInt32LE(size, at + 8)
}

function extra64(values: readonly number[]): Uint8Array {
  const extra = Buffer.alloc(4 + values.length * 8)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(values.length * 8, 2)
  values.forEach((it, index) => extra.writeBigUInt64LE(BigInt(it), 4 + index * 8))
  return extra
}

function end64(count: number, size: number, at: number): Uint8Array {
  const end = Buffer.alloc(76)
  end.writeUInt32LE(0x06064b50, 0)
  end.writeBigUInt64LE(44n, 4)
  end.writeUInt16LE((3 << 8) | 45, 12)
  end.writeUInt16LE(45, 14)
  end.writeBigUInt64LE(BigInt(count), 24)
  end.writeBigUInt64LE(BigInt(count), 32)
  end.writeBigUInt64LE(BigInt(size), 40)
  end.writeBigUInt64LE(BigInt(at), 48)
  end.writeUInt32LE(0x07064b50, 56)
  end.writeBigUInt64LE(BigInt(at + size), 64)
  end.writeUInt32LE(1, 72)
  return end
}

export interface ZipWriter {
  /** @throws Error when the bytes that come are not those that were announced */
  readonly add: (member: ZipMember, bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) => Promise<void>
  readonly end: () => Promise<void>
}

/** Writes member after member; `write` is awaited, so that nothing piles up. */
export function zipWriter(frame: ZipFrame, write: (piece: Uint8Array) => Promise<void>): ZipWriter {
  const members: Placed[] = []
  let offset = 0
  const put = async (piece: Uint8Array) => {
    offset += piece.length
    await write(piece)
  }
  return {
    add: async (member, bytes) => {
      members.push({ ...member, offset })
      await put(localHeader(frame, member))
      let size = 0
      let crc = 0
      for await (const piece of bytes) {
        size += piece.length
        crc = crc32(piece, crc)
        await put(piece)
      }
      if (size !== member.size || crc !== member.crc) throw new Error(`The bytes of ${member.name} are not those that were announced.`)
    },
    end: () => write(directory(frame, members, offset)),
  }
}
