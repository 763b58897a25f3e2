import type { Refusal } from './result.ts'

/** A sentence in the two languages of the product. */
export type Sentence = { readonly zh: string; readonly en: string }

/** HTTP statuses a refusal may carry; 500 is no refusal but a bug. */
export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 416 | 422 | 423 | 429 | 503

/** One row of a refusal table: the HTTP status and both sentences, made from the facts. */
export type RefusalRow<Facts> = {
  readonly status: RefusalStatus
  readonly zh: (facts: Facts) => string
  readonly en: (facts: Facts) => string
}

/** The facts of every code of a room; the compiler finds a code without its row or its sentence. */
export type RefusalTable<FactsByCode> = { readonly [Code in keyof FactsByCode]: RefusalRow<FactsByCode[Code]> }

/** The union of refusals that a table of facts stands for. */
export type RefusalOf<FactsByCode> = {
  [Code in keyof FactsByCode & string]: Refusal<Code, FactsByCode[Code]>
}[keyof FactsByCode & string]

/** Both sentences of a refusal, from the table that knows its code. */
export const sentenceOf = <FactsByCode>(table: RefusalTable<FactsByCode>, refusal: RefusalOf<FactsByCode>): Sentence => {
  const row = table[refusal.code as keyof FactsByCode]
  const facts = refusal.facts as FactsByCode[keyof FactsByCode]
  return { zh: row.zh(facts), en: row.en(facts) }
}

/** Both sentences of a refusal, from the first of several tables that knows its code. Throws where none does. */
export const refusedBy = (tables: readonly RefusalTable<Readonly<Record<string, never>>>[], { code, facts }: Refusal): Sentence => {
  const row = tables.find((table) => code in table)?.[code]
  if (!row) throw new Error(`the refusal ${code} has no sentence`)
  return { zh: row.zh(facts as never), en: row.en(facts as never) }
}

/** What the doorway itself may refuse, before any room is asked. */
export type DoorwayFacts = {
  SIGN_IN_REQUIRED: Record<string, never>
  SESSION_ENDED: { reason: 'idle' | 'absolute' | 'revoked' | 'postEnded' }
  ACTION_NOT_GRANTED: { action: string; grantedTo: readonly string[] }
  OUT_OF_SCOPE: { regionCode?: string; organisationId?: string }
  RECORD_NOT_FOUND: { kind: string; id: string }
  INPUT_INVALID: { issues: readonly { path: string; problem: string }[] }
  IDEMPOTENCY_KEY_MISSING: Record<string, never>
  IDEMPOTENCY_KEY_REUSED: { key: string }
  VERSION_STALE: { kind: string; id: string; expectedVersion: number; actualVersion: number }
  TOO_MANY_REQUESTS: { retryAfterSeconds: number }
  BODY_TOO_LARGE: { limitBytes: number }
  MEDIA_TYPE_UNSUPPORTED: { mediaType: string }
  ORIGIN_REFUSED: { origin: string }
  ROUTE_UNKNOWN: { method: string; path: string }
  NOT_READY: { waitingFor: string }
}

export const doorwayRefusals: RefusalTable<DoorwayFacts> = {
  SIGN_IN_REQUIRED: { status: 401, zh: () => '请先登录。', en: () => 'Please sign in first.' },
  SESSION_ENDED: {
    status: 401,
    zh: ({ reason }) =>
      ({
        idle: '会话因长时间未操作已结束，请重新登录。',
        absolute: '会话已到最长时限，请重新登录。',
        revoked: '会话已被注销，请重新登录。',
        postEnded: '所任岗位已结束，请重新登录。',
      })[reason],
    en: ({ reason }) =>
      ({
        idle: 'The session ended because it was idle. Please sign in again.',
        absolute: 'The session reached its longest time. Please sign in again.',
        revoked: 'The session was revoked. Please sign in again.',
        postEnded: 'The post of this session has ended. Please sign in again.',
      })[reason],
  },
  ACTION_NOT_GRANTED: {
    status: 403,
    zh: ({ action, grantedTo }) => `当前岗位无权执行“${action}”。有此权限的角色：${grantedTo.join('、')}。`,
    en: ({ action, grantedTo }) => `This post may not do "${action}". Roles that may: ${grantedTo.join(', ')}.`,
  },
  OUT_OF_SCOPE: {
    status: 403,
    zh: () => '超出当前岗位的管辖范围。',
    en: () => 'This lies outside the scope of the present post.',
  },
  RECORD_NOT_FOUND: {
    status: 404,
    zh: () => '在当前岗位的管辖范围内没有这条记录。',
    en: () => 'There is no such record within the scope of the present post.',
  },
  INPUT_INVALID: {
    status: 400,
    zh: ({ issues }) => `输入有误：${issues.map((issue) => `${issue.path}：${issue.problem}`).join('；')}。`,
    en: ({ issues }) => `The input is not valid: ${issues.map((issue) => `${issue.path}: ${issue.problem}`).join('; ')}.`,
  },
  IDEMPOTENCY_KEY_MISSING: {
    status: 400,
    zh: () => '写入请求须带 Idempotency-Key 请求头，重试时用同一个值。',
    en: () => 'A write needs an Idempotency-Key header; a retry sends the same value.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 409,
    zh: () => '同一个 Idempotency-Key 已用于另一个请求。',
    en: () => 'This Idempotency-Key was already used for another request.',
  },
  VERSION_STALE: {
    status: 409,
    zh: () => '这条记录刚被别人修改，请刷新后再试。',
    en: () => 'Somebody has changed this record meanwhile. Please reload and try again.',
  },
  TOO_MANY_REQUESTS: {
    status: 429,
    zh: ({ retryAfterSeconds }) => `请求过于频繁，请在 ${retryAfterSeconds} 秒后重试。`,
    en: ({ retryAfterSeconds }) => `Too many requests. Please try again in ${retryAfterSeconds} s.`,
  },
  BODY_TOO_LARGE: {
    status: 413,
    zh: ({ limitBytes }) => `请求内容过大，上限 ${limitBytes} 字节。`,
    en: ({ limitBytes }) => `The request is too large; the limit is ${limitBytes} bytes.`,
  },
  MEDIA_TYPE_UNSUPPORTED: {
    status: 415,
    zh: ({ mediaType }) => `不支持的内容类型：${mediaType}。`,
    en: ({ mediaType }) => `Unsupported media type: ${mediaType}.`,
  },
  ORIGIN_REFUSED: {
    status: 403,
    zh: () => '请求来自其他网站，已拒绝。',
    en: () => 'The request came from another site and was refused.',
  },
  ROUTE_UNKNOWN: {
    status: 404,
    zh: ({ method, path }) => `没有这个接口：${method} ${path}。`,
    en: ({ method, path }) => `There is no such route: ${method} ${path}.`,
  },
  NOT_READY: {
    status: 503,
    zh: ({ waitingFor }) => `服务尚未就绪，正在等待：${waitingFor}。`,
    en: ({ waitingFor }) => `The service is not ready; it waits for ${waitingFor}.`,
  },
}
