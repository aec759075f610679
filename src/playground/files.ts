/** Files that were sent: kept in memory, fetched again by file_id and over /file/bot<token>/<path>. */
import { createHash } from 'node:crypto'
import type { Document, PhotoSize } from '@grammyjs/types'
import { badRequest } from './failure.ts'
import { type Call, findUpload, type Upload } from './methods/call.ts'
import { newId, type StoredFile, type World } from './world.ts'

/** Bot API limits in bytes: uploads, photos, downloads. https://core.telegram.org/bots/api#sending-files */
const maxUpload = 50 * 1024 * 1024
const maxPhoto = 10 * 1024 * 1024
export const maxDownload = 20 * 1024 * 1024

/** Keeps an uploaded file and gives it the ids that the Bot API would. */
export function storeFile(world: World, { name, type, bytes }: Upload, folder = 'documents'): StoredFile {
  const number = newId(world)
  const extension = /\.[A-Za-z0-9]{1,8}$/u.exec(name)?.[0] ?? ''
  const file = {
    id: `PG${number}-${createHash('sha256').update(bytes).digest('base64url').slice(0, 24)}`,
    uniqueId: `U${number}`,
    path: `${folder}/file_${number}${extension}`,
    name,
    type,
    bytes,
  }
  world.files.set(file.id, file)
  return file
}

/** The file that a method is told to send. Addresses are not fetched here: the real server would. */
export function takeFile(call: Call, reference: string, folder: 'documents' | 'photos'): StoredFile {
  const upload = findUpload(call, reference)
  if (!upload) {
    const known = call.world.files.get(reference)
    if (known) return known
    throw badRequest(
      /^https?:/iu.test(reference)
        ? 'failed to get HTTP URL content'
        : 'wrong file identifier/HTTP URL specified',
    )
  }
  if (upload.bytes.length === 0) throw badRequest('file must be non-empty')
  if (upload.bytes.length > (folder === 'photos' ? maxPhoto : maxUpload)) throw badRequest('file is too big')
  if (folder === 'photos' && !sizeOfImage(upload.bytes)) throw badRequest('IMAGE_PROCESS_FAILED')
  return storeFile(call.world, upload, folder)
}

/** A file as the Bot API describes a document. */
export function describeDocument(file: StoredFile): Document {
  return {
    file_id: file.id,
    file_unique_id: file.uniqueId,
    file_name: file.name,
    mime_type: file.type,
    file_size: file.bytes.length,
  }
}

/** A file as the Bot API describes one size of a photo. */
export function describePhoto(file: StoredFile): PhotoSize {
  const size = sizeOfImage(file.bytes) ?? { width: 1, height: 1 }
  return { file_id: file.id, file_unique_id: file.uniqueId, ...size, file_size: file.bytes.length }
}

/** Pixels of a PNG or JPEG, or null for what is neither. */
export function sizeOfImage(bytes: Uint8Array): { width: number; height: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length >= 24 && view.getUint32(0) === 0x89504e47)
    return { width: view.getUint32(16), height: view.getUint32(20) }
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return null
  // Segments follow one another; a start-of-frame one holds the size.
  for (let at = 2; at + 9 < bytes.length; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1)
    if (view.getUint8(at) !== 0xff) return null
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
  }
  return null
}
