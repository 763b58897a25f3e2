import { hash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { PersonActor } from '../../../kernel/actor.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { transact, type Services, type Tx } from '../../../platform/database/transaction.ts'
import { handleOutside, type BytesAnswer, type RouteHandler } from '../../../platform/http/handler.ts'
import { routes } from '../contract/routes.ts'
import { paperAt, papersOfParty, type CasePaper } from '../rules/paper.ts'
import { settingsFor } from './caseRow.ts'
import { caseInScope, historyOf, paperUnitOf } from './caseStore.ts'
import type { Needs, PaperNeeds } from './needs.ts'
import type { PaperFacts } from './paperRows.ts'
import { paperText } from './paperText.ts'
import type { Language } from './paperWords.ts'

type Asked = { readonly unitId: string; readonly caseId: string; readonly version: number }

const peopleOn = ({ held, event, step }: CasePaper): readonly string[] => [
  ...new Set([
    step.by.personId,
    held.proposed.by.personId,
    ...held.officers.map(({ personId }) => personId),
    ...(event.kind === 'hearingCalled' ? [event.presiderId] : []),
  ]),
]

/** What the record knows for a paper, in one short transaction under the reader's scope. */
const read = async (
  tx: Tx,
  needs: Needs & PaperNeeds,
  { unitId, caseId, version }: Asked,
  ofParty: boolean,
): Promise<Result<{ readonly paper: CasePaper; readonly told: PaperFacts }>> => {
  const found = await caseInScope(tx, unitId, caseId)
  const history = found ? await historyOf(tx, unitId, caseId) : []
  if (!found || version > history.length) return refuse('RECORD_NOT_FOUND', { kind: 'case', id: caseId })
  const { place } = found
  const paper = paperAt(history, version, await settingsFor(tx, needs, place.authorityId))
  if (!paper.ok) return paper
  // What is internal, or was not served yet, is not there for the party.
  if (ofParty && !papersOfParty(history).includes(version)) return refuse('RECORD_NOT_FOUND', { kind: 'case', id: caseId })
  const unit = (await paperUnitOf(tx, unitId, caseId, version)) ?? { name: place.unitName, uscc: null, address: null, headName: null }
  const people = await needs.peopleNames(tx, peopleOn(paper.value))
  const titles = await needs.organisationTitles(tx, [place.authorityId])
  const address = needs.address()
  return ok({
    paper: paper.value,
    told: {
      number: place.number,
      unit,
      issuer: titles.get(place.authorityId)?.name ?? '',
      person: (id) => people.get(id) ?? '',
      address,
      recordAddress: `${address}/cases/${unitId}/${caseId}?version=${version}&check=${paper.value.check}`,
    },
  })
}

const printed = async (
  needs: Needs & PaperNeeds,
  { actor, services }: { readonly actor: PersonActor; readonly services: Services },
  asked: Asked,
  language: Language,
  ofParty: boolean,
): Promise<Result<BytesAnswer>> => {
  const found = await transact(services, { actor, readOnly: true }, (tx) => read(tx, needs, asked, ofParty))
  if (!found.ok) return found
  const text = paperText(found.value.paper, found.value.told, language)
  const pdf = await needs.print(text)
  return ok({
    stream: Readable.from([pdf]),
    mediaType: 'application/pdf',
    lengthBytes: pdf.byteLength,
    fileName: `${text.title} ${text.number}.pdf`,
    tag: hash('sm3', pdf, 'hex'),
  })
}

/** The papers of a case as PDF: all for the authority, for the party those that were served to it. */
export const openPaperRoutes = (needs: Needs & PaperNeeds): readonly RouteHandler[] => [
  handleOutside(routes.casePaper, ({ actor, services, params, query }) =>
    printed(needs, { actor, services }, params, query.language, false),
  ),
  handleOutside(routes.ownPaper, ({ actor, services, params, query }) => printed(needs, { actor, services }, params, query.language, true)),
]
