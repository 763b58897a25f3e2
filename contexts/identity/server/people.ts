import type { RouteInput } from '../../../kernel/contract.ts'
import { parsePhone, parseResidentId } from '../../../kernel/identifiers.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import type { Json } from '../../../platform/audit/entry.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { routes } from '../contract/index.ts'
import { keepOrganisation } from './organisationStore.ts'
import { hashPassword, newFirstPassword } from './passwords.ts'
import {
  identityNumberTaken,
  insertAccount,
  insertPerson,
  listPeople,
  lockPerson,
  loginTaken,
  openNumbers,
  sealedColumns,
  shownPerson,
  updateAccount,
  updatePerson,
  type Numbers,
  type PersonRow,
} from './personStore.ts'
import { endPostsOf, givePost } from './posts.ts'
import { endSessions } from './sessionStore.ts'

const notFound = (id: string) => refuse('RECORD_NOT_FOUND', { kind: 'person', id })

/** Both numbers in the form they are kept, and free to be used. */
const judgeNumbers = async (tx: Tx, numbers: Partial<Numbers>, except: string | null): Promise<Result<Partial<Numbers>>> => {
  const judged: { -readonly [Name in keyof Numbers]?: Numbers[Name] } = { ...numbers }
  if (numbers.identityNumber) {
    const parsed = parseResidentId(numbers.identityNumber, dateInBeijing(tx.now))
    if (!parsed.ok) return parsed
    if (await identityNumberTaken(tx, parsed.value.number, except)) return refuse('IDENTITY_NUMBER_TAKEN', {})
    judged.identityNumber = parsed.value.number
  }
  if (numbers.phone) {
    const parsed = parsePhone(numbers.phone)
    if (!parsed.ok) return parsed
    judged.phone = parsed.value
  }
  return ok(judged)
}

type Deed = {
  readonly action: string
  readonly before?: Json
  readonly after?: Json
  readonly personal?: { before?: Json; after?: Json }
  readonly purpose?: string
}

/** The name is a personal value like the numbers: on the record it stands sealed. */
const onRecord = (tx: Tx, person: Pick<PersonRow, 'id' | 'region_code' | 'organisation_id'>, { personal, ...deed }: Deed): void =>
  tx.audit({
    ...deed,
    record: { kind: 'person', id: person.id },
    regionCode: person.region_code,
    organisationId: person.organisation_id,
    ...(personal ? { personal: { ...personal, personId: person.id } } : {}),
  })

const told = (
  tx: Tx,
  person: Pick<PersonRow, 'id' | 'region_code' | 'organisation_id'>,
  fact: 'personAdded' | 'personChanged' | 'personLeft',
): void =>
  tx.emit({
    type: `identity.${fact}`,
    regionCode: person.region_code,
    organisationId: person.organisation_id,
    record: { kind: 'person', id: person.id },
    payload: { personId: person.id },
  })

const whole = async (tx: Tx, id: string) => {
  const person = await shownPerson(tx, id)
  if (!person) throw new Error(`the person ${id} was written out of its writer's scope`)
  return person
}

const add = async (tx: Tx, body: RouteInput<typeof routes.addPerson>['body']) => {
  const organisation = await keepOrganisation(tx, body.organisationId)
  if (!organisation) return refuse('OUT_OF_SCOPE', { organisationId: body.organisationId })
  if (organisation.closed_on !== null) return refuse('ORGANISATION_CLOSED', { name: organisation.name, closedOn: organisation.closed_on })
  const numbers = await judgeNumbers(tx, { identityNumber: body.identityNumber, phone: body.phone }, null)
  if (!numbers.ok) return numbers
  if (body.login !== null && (await loginTaken(tx, body.login))) return refuse('LOGIN_TAKEN', { login: body.login })
  const id = await insertPerson(tx, {
    name: body.name,
    organisationId: organisation.id,
    regionCode: organisation.region_code,
    joinedOn: dateInBeijing(tx.now).toString(),
    numbers: { identityNumber: numbers.value.identityNumber ?? null, phone: numbers.value.phone ?? null },
  })
  const row = { id, region_code: organisation.region_code, organisation_id: organisation.id }
  const firstPassword = body.login === null ? null : newFirstPassword()
  if (body.login !== null && firstPassword !== null) await insertAccount(tx, id, body.login, await hashPassword(firstPassword))
  onRecord(tx, row, {
    action: 'person.add',
    after: { organisationId: organisation.id, hasAccount: body.login !== null },
    personal: { after: { name: body.name, login: body.login, ...numbers.value } },
  })
  told(tx, row, 'personAdded')
  if (body.post !== null) {
    const given = await givePost(tx, id, { ...body.post, organisationId: organisation.id })
    if (!given.ok) return given
  }
  return ok({ person: await whole(tx, id), firstPassword })
}

/** The row a change begins from: in scope, still in office, and of the version the writer saw. */
const inOffice = async (tx: Tx, id: string, version?: number): Promise<Result<PersonRow>> => {
  const row = await lockPerson(tx, id)
  if (!row) return notFound(id)
  if (row.left_on !== null) return refuse('PERSON_LEFT', { leftOn: row.left_on })
  if (version !== undefined && row.version !== version)
    return refuse('VERSION_STALE', { kind: 'person', id, expectedVersion: version, actualVersion: row.version })
  return ok(row)
}

const change = async (tx: Tx, id: string, body: RouteInput<typeof routes.changePerson>['body']) => {
  const before = await inOffice(tx, id, body.version)
  if (!before.ok) return before
  const numbers = await judgeNumbers(
    tx,
    {
      ...(body.identityNumber === undefined ? {} : { identityNumber: body.identityNumber }),
      ...(body.phone === undefined ? {} : { phone: body.phone }),
    },
    id,
  )
  if (!numbers.ok) return numbers
  const held = await openNumbers(tx, id, {
    identityNumberSealed: before.value.identity_number_sealed,
    phoneSealed: before.value.phone_sealed,
  })
  const after = { ...(body.name === undefined ? {} : { name: body.name }), ...numbers.value }
  const earlier = { name: before.value.name, ...held }
  const changed = Object.keys(after) as (keyof typeof earlier)[]
  await updatePerson(tx, id, { ...(body.name === undefined ? {} : { name: body.name }), ...(await sealedColumns(tx, id, numbers.value)) })
  onRecord(tx, before.value, {
    action: 'person.change',
    after: { changed },
    personal: { before: Object.fromEntries(changed.map((name) => [name, earlier[name]])), after },
  })
  told(tx, before.value, 'personChanged')
  return ok(await whole(tx, id))
}

/** People: registered with an account and a post, changed, and leaving; never deleted by hand. */
export const openPeople = (): readonly RouteHandler[] => [
  handle(routes.people, async (tx, { query }) => ok(await listPeople(tx, query))),

  handle(routes.person, async (tx, { params }) => {
    const person = await shownPerson(tx, params.id)
    return person ? ok(person) : notFound(params.id)
  }),

  handle(routes.addPerson, (tx, { body }) => add(tx, body)),
  handle(routes.changePerson, (tx, { params, body }) => change(tx, params.id, body)),

  handle(routes.leavePerson, async (tx, { params, body }) => {
    const before = await inOffice(tx, params.id, body.version)
    if (!before.ok) return before
    const leftOn = dateInBeijing(tx.now).toString()
    await endPostsOf(tx, params.id)
    await endSessions(tx, { personId: params.id }, 'postEnded')
    await updateAccount(tx, params.id, { closed_at: tx.at })
    await updatePerson(tx, params.id, { left_on: leftOn })
    onRecord(tx, before.value, { action: 'person.leave', before: { leftOn: null }, after: { leftOn } })
    told(tx, before.value, 'personLeft')
    return ok(await whole(tx, params.id))
  }),

  handle(routes.revealPerson, async (tx, { params, body }) => {
    if (body.purpose === '') return refuse('PURPOSE_MISSING', {})
    const row = await lockPerson(tx, params.id)
    if (!row) return notFound(params.id)
    const numbers = await openNumbers(tx, row.id, { identityNumberSealed: row.identity_number_sealed, phoneSealed: row.phone_sealed })
    onRecord(tx, row, { action: 'person.reveal', purpose: body.purpose, after: { revealed: ['identityNumber', 'phone'] } })
    return ok(numbers)
  }),

  handle(routes.resetPassword, async (tx, { params }) => {
    const row = await inOffice(tx, params.id)
    if (!row.ok) return row
    const firstPassword = newFirstPassword()
    const had = await updateAccount(tx, params.id, {
      password_hash: await hashPassword(firstPassword),
      password_changed_at: tx.at,
      must_change_password: true,
      failures: 0,
      locked_until: null,
    })
    if (!had) return refuse('RECORD_NOT_FOUND', { kind: 'account', id: params.id })
    await endSessions(tx, { personId: params.id }, 'passwordChanged')
    onRecord(tx, row.value, { action: 'password.reset', after: { mustChangePassword: true } })
    return ok({ firstPassword })
  }),

  handle(routes.unlockAccount, async (tx, { params }) => {
    const row = await inOffice(tx, params.id)
    if (!row.ok) return row
    const had = await updateAccount(tx, params.id, { failures: 0, locked_until: null })
    if (!had) return refuse('RECORD_NOT_FOUND', { kind: 'account', id: params.id })
    onRecord(tx, row.value, { action: 'account.unlock', after: { lockedUntil: null } })
    told(tx, row.value, 'personChanged')
    return ok(await whole(tx, params.id))
  }),
]
