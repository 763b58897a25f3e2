import { hash } from 'node:crypto'
import { Readable } from 'node:stream'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import { transact } from '../../../platform/database/transaction.ts'
import { handleOutside, type BytesAnswer, type RouteHandler } from '../../../platform/http/handler.ts'
import type { Paper } from '../../../platform/paper/paper.ts'
import { tipRoutes as routes } from '../contract/tipRoutes.ts'
import type { Needs } from './needs.ts'
import { posterOf, type PosterRow } from './posters.ts'

/** What stands on the sheet: the officer's words, how it goes, and the code large enough for a street. */
export const sheetOf = (poster: PosterRow, address: string, language: 'zh' | 'en'): Paper => {
  const zh = language === 'zh'
  const way = `${address}/tip/${poster.code}`
  return {
    language,
    title: zh ? '安全隐患，扫码举报' : 'See a danger? Scan and tell',
    issuer: poster.regionName[language],
    number: poster.words[language],
    copy: zh ? '举报码' : 'Tip code',
    blocks: [
      {
        kind: 'facts',
        rows: zh
          ? [
              ['怎么做', '用手机扫码，写明是什么、在哪里，可以拍照。不用登录，不用注册。'],
              ['谁知道是我', '可以匿名。留了姓名的，加密封存，只有举报受理员能看，每看一次都留下记录。'],
              ['有没有结果', '会得到一个查询号和密码，随时可以查办到哪一步，也可以收到答复。'],
              ['有没有奖励', '属实的，按《安全生产领域举报奖励办法》给予奖励。'],
              ['紧急情况', '着火、泄漏、有人受伤：先撤离，拨打 119、120 或 12350。'],
            ]
          : [
              ['How', 'Scan with a phone, say what it is and where, add photos. No account is needed.'],
              ['Who knows me', 'You may stay anonymous. A name is sealed, one keeper may see it, and each look is recorded.'],
              ['What becomes of it', 'You get a number and a password to follow it and to read the answer.'],
              ['Reward', 'What proves true is rewarded by the rules.'],
              ['Emergency', 'Fire, leak, somebody hurt: leave first, then call 119, 120 or 12350.'],
            ],
      },
    ],
    code: {
      address: way,
      size: 'large',
      lines: zh
        ? [`扫不了码的，在手机浏览器打开 ${address}/tip`, '请勿遮挡、涂改或撕毁。']
        : [`Without a scanner open ${address}/tip`, 'Please do not cover, alter or remove.'],
    },
    foot: zh ? `举报码 ${poster.code.slice(0, 8)}` : `Code ${poster.code.slice(0, 8)}`,
    statedAt: poster.madeAt,
  }
}

/** The printed sheet of a poster. */
export const openPosterSheet = (needs: Needs): RouteHandler =>
  handleOutside(routes.posterSheet, async ({ actor, request, services, params, query }): Promise<Result<BytesAnswer>> => {
    const read = await transact(services, { actor, request, readOnly: true }, (tx) => posterOf(tx, needs, params.posterId))
    if (!read.ok) return read
    const poster = read.value
    if (poster.endedAt !== null) return refuse('POSTER_ENDED', { endedOn: dateInBeijing(Temporal.Instant.from(poster.endedAt)).toString() })
    const pdf = await needs.print(sheetOf(poster, needs.address(), query.language))
    return ok({
      stream: Readable.from([pdf]),
      mediaType: 'application/pdf',
      lengthBytes: pdf.byteLength,
      fileName: query.language === 'zh' ? `举报码 ${poster.title}.pdf` : `Tip code ${poster.title}.pdf`,
      tag: hash('sm3', pdf, 'hex'),
    })
  })
