import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { fix, followView, id, instant, posterCode, posterKind, regionCode, sentence, topic } from './shapes.ts'

/** What whoever sends shows to be the informant: the number and the word that was told once. */
const receipt = {
  number: z.string().min(1).max(60),
  secret: z.string().min(1).max(30),
}

/** Nobody signs in here and nobody is found again: every route is nameless. */
const open = { action: 'public', scope: 'all', nameless: true } as const

export const publicRoutes = {
  poster: route({
    ...open,
    method: 'GET',
    path: '/api/tips/public/posters/:code',
    summary: { zh: '举报码上的文字', en: 'The words of a poster' },
    params: z.object({ code: posterCode }),
    output: z.object({ words: sentence, regionName: sentence, kind: posterKind }),
    success: 200,
    refusals: ['POSTER_UNKNOWN'],
    perMinute: 60,
  }),
  tipRegions: route({
    ...open,
    method: 'GET',
    path: '/api/tips/public/regions',
    summary: { zh: '可选的区域', en: 'Regions to choose from' },
    /** Absent: what lies right below the widest region of this house. */
    query: z.object({ parent: regionCode.optional() }),
    output: z.object({
      parent: z.object({ code: regionCode, name: sentence }),
      rows: z.array(z.object({ code: regionCode, name: sentence })),
    }),
    success: 200,
    refusals: [],
    perMinute: 120,
  }),
  sendPhoto: route({
    ...open,
    method: 'POST',
    path: '/api/tips/public/photos/:sitting',
    summary: { zh: '上传一张照片（重绘后保存，不含位置与设备）', en: 'Send a photo, which is drawn anew without place and device' },
    /** Made by the phone for one tip, so that photos of others cannot be taken. */
    params: z.object({ sitting: id }),
    bodyKind: 'bytes',
    output: z.object({ photoId: id }),
    success: 201,
    refusals: ['PHOTO_REFUSED', 'PHOTOS_TOO_MANY', 'TIPS_TOO_MANY'],
    repeat: 'natural',
    perMinute: 20,
  }),
  sendTip: route({
    ...open,
    method: 'POST',
    path: '/api/tips/public/tips',
    summary: { zh: '举报', en: 'Send a tip' },
    body: z.object({
      sitting: id,
      posterCode: posterCode.nullable().default(null),
      topics: z.array(topic).max(12),
      words: z.string().trim().max(2000),
      regionCode: regionCode.nullable().default(null),
      place: z.string().trim().max(200),
      position: fix.nullable().default(null),
      photos: z.array(id).max(6),
      insider: z.boolean().default(false),
      /** Sealed at once; seen by one role. */
      identity: z
        .object({ name: z.string().trim().min(1).max(40), phone: z.string().trim().min(1).max(30) })
        .nullable()
        .default(null),
    }),
    output: z.object({ number: z.string(), secret: z.string(), receivedAt: instant, acceptBy: instant }),
    success: 201,
    refusals: ['POSTER_UNKNOWN', 'PLACE_MISSING', 'WHAT_MISSING', 'PHONE_WRONG', 'PHOTO_UNKNOWN', 'TIPS_TOO_MANY'],
    // The number and its word are told once; a retry on a bad line gets the same answer, which lies sealed for a week.
    repeat: 'secret',
    perMinute: 10,
  }),
  followTip: route({
    ...open,
    method: 'POST',
    path: '/api/tips/public/followed',
    summary: { zh: '查询举报办理情况', en: 'Follow a tip' },
    body: z.object(receipt),
    output: followView,
    success: 200,
    refusals: ['RECEIPT_MISTYPED', 'TIP_UNKNOWN', 'FOLLOW_LOCKED'],
    repeat: 'natural',
    perMinute: 20,
  }),
  writeAsInformant: route({
    ...open,
    method: 'POST',
    path: '/api/tips/public/messages',
    summary: { zh: '举报人留言', en: 'Write as the informant' },
    body: z.object({ ...receipt, text: z.string().trim().min(1).max(1000) }),
    output: followView,
    success: 200,
    refusals: ['RECEIPT_MISTYPED', 'TIP_UNKNOWN', 'FOLLOW_LOCKED', 'MESSAGES_TOO_MANY'],
    perMinute: 10,
  }),
  withdrawName: route({
    ...open,
    method: 'POST',
    path: '/api/tips/public/name-withdrawals',
    summary: { zh: '撤回姓名，改为匿名', en: 'Take one’s name back' },
    body: z.object(receipt),
    output: followView,
    success: 200,
    refusals: ['RECEIPT_MISTYPED', 'TIP_UNKNOWN', 'FOLLOW_LOCKED', 'IDENTITY_NOT_KEPT'],
    perMinute: 10,
  }),
} as const
