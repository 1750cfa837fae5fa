/**
 * A zip rewritten in place: entries that stay are copied as they lie in the file, with their dates, attributes and
 * compressed bytes. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT (4.3)
 */
import { crc32 } from "node:zlib";
import { deflateSync } from "fflate";

const END = 0x06054b50;
const END_LENGTH = 22;
const CENTRAL = 0x02014b50;
const CENTRAL_LENGTH = 46;
const LOCAL_LENGTH = 30;
/** Stands where only a Zip64 record, which exports do not have, would say the number. */
const IN_ZIP64 = 0xffffffff;
const ENCRYPTED = 1;
const SIZES_FOLLOW = 8;
const UTF8_NAME = 0x0800;

export interface ZipEntry {
  readonly name: string;
  readonly size: number;
  readonly isEncrypted: boolean;
  /** Its record in the central directory. */
  readonly central: Buffer;
  /** Where its local record begins and the next one, or the directory, does. */
  readonly start: number;
  readonly end: number;
}

export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  readonly bytes: Buffer;
  /** The record at the end, with the zip's comment. */
  readonly end: Buffer;
}

const findEnd = (bytes: Buffer): number => {
  for (let at = bytes.length - END_LENGTH; at >= 0; at--)
    if (bytes.readUInt32LE(at) === END) return at;
  throw new Error("its directory is missing; the file may have been cut off");
};

/** Throws an Error that says what is wrong. */
export const readDirectory = (input: Uint8Array): ZipDirectory => {
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength);
  const endAt = findEnd(bytes);
  const count = bytes.readUInt16LE(endAt + 10);
  const directoryAt = bytes.readUInt32LE(endAt + 16);
  if (directoryAt === IN_ZIP64) throw new Error("it is a Zip64 file");

  const found: Omit<ZipEntry, "end">[] = [];
  let at = directoryAt;
  for (let index = 0; index < count; index++) {
    if (bytes.readUInt32LE(at) !== CENTRAL) throw new Error("its directory is broken");
    const nameEnd = at + CENTRAL_LENGTH + bytes.readUInt16LE(at + 28);
    const end = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    const flags = bytes.readUInt16LE(at + 8);
    found.push({
      name: bytes.toString(flags & UTF8_NAME ? "utf8" : "latin1", at + CENTRAL_LENGTH, nameEnd),
      size: bytes.readUInt32LE(at + 24),
      isEncrypted: (flags & ENCRYPTED) !== 0,
      central: bytes.subarray(at, end),
      start: bytes.readUInt32LE(at + 42),
    });
    at = end;
  }
  const starts = [...found.map(({ start }) => start), directoryAt].sort((a, b) => a - b);
  const entries = found.map((entry) => ({
    ...entry,
    end: starts.find((start) => start > entry.start) ?? directoryAt,
  }));
  return { entries, bytes, end: bytes.subarray(endAt) };
};

/** The local record and the directory's for new content under the old name, date and attributes. */
const replaced = (bytes: Buffer, { central, start }: ZipEntry, content: Uint8Array) => {
  const isStored = central.readUInt16LE(10) === 0;
  const data = isStored ? content : deflateSync(content);
  const nameAndExtra = bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
  const local = Buffer.from(bytes.subarray(start, start + LOCAL_LENGTH + nameAndExtra));
  const record = Buffer.from(central);
  for (const [header, at] of [
    [local, 6],
    [record, 8],
  ] as const) {
    header.writeUInt16LE(header.readUInt16LE(at) & ~SIZES_FOLLOW, at);
    header.writeUInt32LE(crc32(content), at + 8);
    header.writeUInt32LE(data.length, at + 12);
    header.writeUInt32LE(content.length, at + 16);
  }
  return { local: Buffer.concat([local, data]), record };
};

/** The zip with the named entries' contents changed; order, comment and every other entry stay. */
export const rewriteZip = (
  { entries, bytes, end }: ZipDirectory,
  changed: ReadonlyMap<string, Uint8Array>,
): Uint8Array => {
  const first = Math.min(...entries.map(({ start }) => start));
  const parts: Buffer[] = [bytes.subarray(0, first)];
  const records = new Map<ZipEntry, Buffer>();
  let offset = first;
  for (const entry of [...entries].sort((a, b) => a.start - b.start)) {
    const content = changed.get(entry.name);
    const { local, record } = content
      ? replaced(bytes, entry, content)
      : { local: bytes.subarray(entry.start, entry.end), record: Buffer.from(entry.central) };
    record.writeUInt32LE(offset, 42);
    records.set(entry, record);
    parts.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries.map((entry) => records.get(entry) ?? entry.central));
  const newEnd = Buffer.from(end);
  newEnd.writeUInt32LE(directory.length, 12);
  newEnd.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, directory, newEnd]);
};
