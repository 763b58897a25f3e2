import { hash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { PersonActor } from '../../../kernel/actor.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import type { RequestFacts } from '../../../platform/audit/entry.ts'
import { transact, type Services } from '../../../platform/database/transaction.ts'
import { handleOutside, type BytesAnswer, type RouteHandler } from '../../../platform/http/handler.ts'
import { bulletinRoutes as routes } from '../contract/bulletinRoutes.ts'
import { issueText } from '../rules/bulletin/issue.ts'
import type { Language } from '../rules/bulletin/numbers.ts'
import { bulletinDocx } from './bulletinDocx.ts'
import type { BulletinNeeds } from './bulletinNeeds.ts'
import { bulletinPaper, type Setting } from './bulletinPaper.ts'
import { bulletinInScope, type BulletinRow } from './bulletinStore.ts'

type Asked = {
  readonly actor: PersonActor
  readonly request: RequestFacts
  readonly services: Services
  readonly params: { readonly id: string }
  readonly query: { readonly language: Language }
}

type Read = { readonly row: BulletinRow; readonly setting: Setting }

/** Read in one short transaction; the file is set after it. */
const readFor = ({ actor, request, services, params }: Asked, needs: BulletinNeeds): Promise<Result<Read>> =>
  transact(services, { actor, request, readOnly: true }, async (tx) => {
    const row = await bulletinInScope(tx, params.id)
    if (!row) return refuse('RECORD_NOT_FOUND', { kind: 'bulletin', id: params.id })
    const issuer = (await needs.organisationTitles(tx, [row.organisationId])).get(row.organisationId)?.name ?? ''
    const issuedBy = (await needs.peopleNames(tx, [row.personId])).get(row.personId) ?? ''
    return ok({ row, setting: { issuer, issuedBy, address: needs.address() } })
  })

const answer = (bytes: Uint8Array, { row }: Read, language: Language, mediaType: string, ending: string): BytesAnswer => ({
  stream: Readable.from([bytes]),
  mediaType,
  lengthBytes: bytes.byteLength,
  fileName: `${row.texts[language].title} ${issueText(row, language)}.${ending}`,
  tag: hash('sm3', bytes, 'hex'),
})

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Issued bulletins as files: PDF and Word. */
export const openBulletinPapers = (needs: BulletinNeeds): readonly RouteHandler[] => [
  handleOutside(routes.bulletinPaper, async (asked): Promise<Result<BytesAnswer>> => {
    const read = await readFor(asked, needs)
    if (!read.ok) return read
    const { language } = asked.query
    const pdf = await needs.print(bulletinPaper(read.value.row, language, read.value.setting))
    return ok(answer(pdf, read.value, language, 'application/pdf', 'pdf'))
  }),

  handleOutside(routes.bulletinDocument, async (asked): Promise<Result<BytesAnswer>> => {
    const read = await readFor(asked, needs)
    if (!read.ok) return read
    const { language } = asked.query
    return ok(answer(await bulletinDocx(read.value.row, language, read.value.setting), read.value, language, word, 'docx'))
  }),
]
