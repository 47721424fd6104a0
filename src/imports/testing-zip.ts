// For tests only: zips that no program would write.
import { crc32, deflateRawSync } from 'node:zlib'

export interface Part { readonly name: string | Buffer; readonly bytes: Buffer; readonly sizeTold?: number; readonly flags?: number; readonly crc?: number }

/** A zip written by hand, so that it can also lie. */
export function zipOf(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const { name, bytes, sizeTold, flags, crc } of parts) {
    const packed = deflateRawSync(bytes)
    const raw = Buffer.from(name as string)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(flags ?? 0x800, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc ?? crc32(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(sizeTold ?? bytes.length, 18)
    common.writeUInt16LE(raw.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    locals.push(Buffer.from('PK\u0003\u0004'), common, raw, packed)
    centrals.push(Buffer.from('PK\u0001\u0002\u0014\0'), common, place, raw)
    offset += 4 + common.length + raw.length + packed.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, directory, Buffer.from('PK\u0005\u0006'), end])
}
