/** What a piece of evidence is to a person; each kind has its own limit of size. */
export const evidenceKinds = ['photo', 'paper', 'audio', 'video'] as const

export type EvidenceKind = (typeof evidenceKinds)[number]

/** One type of file that is taken, as it is served and named. */
export type Accepted = { readonly kind: EvidenceKind; readonly mediaType: string; readonly extension: string }

const office = 'application/vnd.openxmlformats-officedocument'

/**
 * Everything that is taken, by the type its own bytes show. Whatever a browser might run (HTML, SVG, XML), archives,
 * programs and papers with macros are not here, so they are refused.
 */
export const accepted: ReadonlyMap<string, Accepted> = new Map<string, Accepted>([
  ['image/jpeg', { kind: 'photo', mediaType: 'image/jpeg', extension: 'jpg' }],
  ['image/png', { kind: 'photo', mediaType: 'image/png', extension: 'png' }],
  ['image/webp', { kind: 'photo', mediaType: 'image/webp', extension: 'webp' }],
  ['image/heic', { kind: 'photo', mediaType: 'image/heic', extension: 'heic' }],
  ['image/heif', { kind: 'photo', mediaType: 'image/heif', extension: 'heif' }],
  ['application/pdf', { kind: 'paper', mediaType: 'application/pdf', extension: 'pdf' }],
  // GB/T 33190-2016, the layout format of official papers.
  ['application/ofd', { kind: 'paper', mediaType: 'application/ofd', extension: 'ofd' }],
  [`${office}.wordprocessingml.document`, { kind: 'paper', mediaType: `${office}.wordprocessingml.document`, extension: 'docx' }],
  [`${office}.spreadsheetml.sheet`, { kind: 'paper', mediaType: `${office}.spreadsheetml.sheet`, extension: 'xlsx' }],
  [`${office}.presentationml.presentation`, { kind: 'paper', mediaType: `${office}.presentationml.presentation`, extension: 'pptx' }],
  ['audio/mpeg', { kind: 'audio', mediaType: 'audio/mpeg', extension: 'mp3' }],
  ['audio/wav', { kind: 'audio', mediaType: 'audio/wav', extension: 'wav' }],
  ['audio/x-m4a', { kind: 'audio', mediaType: 'audio/mp4', extension: 'm4a' }],
  ['audio/aac', { kind: 'audio', mediaType: 'audio/aac', extension: 'aac' }],
  ['audio/amr', { kind: 'audio', mediaType: 'audio/amr', extension: 'amr' }],
  ['audio/ogg', { kind: 'audio', mediaType: 'audio/ogg', extension: 'ogg' }],
  ['audio/ogg; codecs=opus', { kind: 'audio', mediaType: 'audio/ogg', extension: 'opus' }],
  ['video/mp4', { kind: 'video', mediaType: 'video/mp4', extension: 'mp4' }],
  ['video/quicktime', { kind: 'video', mediaType: 'video/quicktime', extension: 'mov' }],
  ['video/3gpp', { kind: 'video', mediaType: 'video/3gpp', extension: '3gp' }],
  ['video/webm', { kind: 'video', mediaType: 'video/webm', extension: 'webm' }],
])

/** Endings that are taken, for the sentence of a refusal and for a file dialogue. */
export const acceptedExtensions: readonly string[] = [...accepted.values()].map(({ extension }) => extension)

/** The kind a name promises by its ending, before a byte has come; null where the name says nothing that is known. */
export const kindByName = (name: string): EvidenceKind | null => {
  const ending = /\.([a-z0-9]{2,5})$/i.exec(name)?.[1]?.toLowerCase()
  if (ending === 'jpeg') return 'photo'
  return [...accepted.values()].find(({ extension }) => extension === ending)?.kind ?? null
}

/** Copies of a photo: `full` at its own size, the others with this many pixels on the longer side at most. */
export const copySizes = ['full', '1280', '320'] as const

export type CopySize = (typeof copySizes)[number]

/** Photos that copies can be drawn from. HEIC needs a decoder under patent, so only its data about the photo is blanked. */
export const isDrawable = (mediaType: string): boolean => ['image/jpeg', 'image/png', 'image/webp'].includes(mediaType)

const controls = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/**
 * A file's name as it may be shown and saved: without folders, control characters and marks that turn the direction
 * of text (a name must not pretend another ending), 200 characters at most. `file` where nothing is left.
 */
export const cleanName = (name: string): string => {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = last
    .replaceAll(controls, '')
    .replaceAll(/[<>:"|?*]/g, '_')
    .trim()
    .replace(/^\.+/, '')
  // By characters of Unicode, so that none is cut in two.
  return Array.from(clean).slice(0, 200).join('') || 'file'
}

/** The name a file is saved under: the ending is that of its true type, whatever the name said. */
export const savedName = (name: string, extension: string): string => {
  const known = extension === 'jpg' ? /\.jpe?g$/i : new RegExp(`\\.${extension}$`, 'i')
  return known.test(name) ? name : `${name}.${extension}`
}
