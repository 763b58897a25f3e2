import { Readable } from 'node:stream'
import { hash } from 'node:crypto'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { transact } from '../../../platform/database/transaction.ts'
import { handleOutside, type BytesAnswer, type RouteHandler } from '../../../platform/http/handler.ts'
import { hazardRoutes as routes } from '../contract/hazardRoutes.ts'
import { paperAt } from '../rules/paper.ts'
import { hazardInScope, historyOf } from './hazardStore.ts'
import { readPaperRecord, withPictures } from './paperFacts.ts'
import type { PaperNeeds } from './paperNeeds.ts'
import { paperText } from './paperText.ts'

/**
 * The order, the listing or the review of a version as PDF. The record is read in one short transaction; pictures are drawn
 * and the page is set after it.
 */
export const openPaperRoute = (needs: PaperNeeds): RouteHandler =>
  handleOutside(routes.hazardPaper, async ({ actor, request, services, params, query }): Promise<Result<BytesAnswer>> => {
    const { unitId, hazardId, version } = params
    const { language } = query
    const read = await transact(services, { actor, request, readOnly: true }, async (tx) => {
      const held = await hazardInScope(tx, unitId, hazardId)
      if (!held || version > held.hazard.version) return refuse('RECORD_NOT_FOUND', { kind: 'hazard', id: hazardId })
      const paper = paperAt(await historyOf(tx, unitId, hazardId), version)
      if (!paper.ok) return paper
      return ok({ paper: paper.value, record: await readPaperRecord(tx, needs, paper.value, held.place.unitName, language) })
    })
    if (!read.ok) return read
    const { paper, record } = read.value
    const text = paperText(paper, await withPictures(record, paper.shown, needs, services, language), language)
    const pdf = await needs.print(text)
    return ok({
      stream: Readable.from([pdf]),
      mediaType: 'application/pdf',
      lengthBytes: pdf.byteLength,
      fileName: `${text.title} ${text.number}.pdf`,
      tag: hash('sm3', pdf, 'hex'),
    })
  })
