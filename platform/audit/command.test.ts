import { beforeEach, describe, expect, it } from 'vitest'
import { auditCommand } from './command.ts'
import { testAudit, testDeed, type Furnished, type TestAudit } from './testAudit.ts'

let audit: TestAudit

const twoDeeds: Furnished = {
  name: 'audit_two_deeds',
  furnish: async ({ record, setClock }) => {
    setClock('2026-03-01T00:00:00Z')
    await record([testDeed({ regionCode: '330102' })])
    setClock('2026-11-23T00:00:00Z')
    await record([testDeed({ regionCode: '330114' })])
  },
}

beforeEach(async () => {
  audit = await testAudit(twoDeeds)
  audit.setClock('2026-11-24T00:00:00Z')
  return () => audit.close()
})

const run = async (...argv: string[]): Promise<{ code: number; lines: string[] }> => {
  const lines: string[] = []
  return { code: await auditCommand(argv, { ...audit.services, print: (line) => void lines.push(line) }), lines }
}

describe('audit verify', () => {
  it('ends with 0 and counts what it read, in both languages', async () => {
    const { code, lines } = await run('verify')
    expect(code).toBe(0)
    expect(lines).toEqual([
      expect.stringMatching(/^审计完整：2 条记录、2 条链、0 个检查点，用时 \d+\.\d 秒。$/),
      expect.stringMatching(/^The audit is whole: 2 entries, 2 chains, 0 checkpoints in \d+\.\d s\.$/),
    ])
  })

  it('ends with 1 and names the first broken link', async () => {
    await audit.owner(`delete from audit.entry where chain = 'region:330114'`)
    await audit.owner(`update audit.entry set device = 'x' where chain = 'region:330102'`)
    const { code, lines } = await run('verify')
    expect(code).toBe(1)
    expect(lines[0]).toContain('链 region:330102 第 1 条，记录被改动，时间 2026-03-01T00:00:01.000Z')
    expect(lines[1]).toContain('chain region:330102, entry 1, the entry was changed, written about 2026-03-01T00:00:01.000Z')
  })

  it('holds the audit against a note that was kept elsewhere', async () => {
    const note = (await run('checkpoint')).lines.at(-1)!
    expect(note).toMatch(/^1:[0-9a-f]{64}$/)
    expect((await run('verify', '--witness', note)).code).toBe(0)
    await audit.owner('truncate audit.entry, audit.chain_head, audit.checkpoint, audit.checkpoint_head')
    expect((await run('verify')).code).toBe(0)
    const { code, lines } = await run('verify', '--witness', note)
    expect(code).toBe(1)
    expect(lines[0]).toContain('检查点 1')
  })
})

describe('audit checkpoint', () => {
  it('says so when nothing moved', async () => {
    expect((await run('checkpoint')).lines).toHaveLength(3)
    expect(await run('checkpoint')).toMatchObject({ code: 0, lines: [expect.stringContaining('没有新的记录'), expect.any(String)] })
  })
})

describe('audit purge', () => {
  it('deletes what may be deleted', async () => {
    const { code, lines } = await run('purge', '--before', '2026-05-01')
    expect(code).toBe(0)
    expect(lines[1]).toBe('Deleted 1 entries of 1 chains and 0 checkpoints from before 2026-05-01.')
    expect((await run('verify')).code).toBe(0)
  })

  it('is refused before six months are over, with the day from which it may: 网络安全法 art. 21(3)', async () => {
    const { code, lines } = await run('purge', '--before', '2026-06-01')
    expect(code).toBe(1)
    expect(lines[0]).toContain('2026-05-24')
    expect(lines[1]).toContain('[AUDIT_TOO_YOUNG]')
    expect(await audit.owner('select from audit.entry')).toHaveLength(2)
  })
})

describe('a command that is not understood', () => {
  it.each([
    [],
    ['prove'],
    ['verify', 'twice'],
    ['verify', '--all'],
    ['verify', '--witness', '1:abc'],
    ['verify', '--before', '2026-01-01'],
    ['checkpoint', '--before', '2026-01-01'],
    ['purge'],
    ['purge', '--before', '2026-02-30'],
    ['purge', '--before', 'yesterday'],
    ['purge', '--before'],
  ])('ends with 2, tells the usage and does nothing: %j %j %j', async (...argv) => {
    const { code, lines } = await run(...argv.filter((word) => word !== undefined))
    expect(code).toBe(2)
    expect(lines[0]).toContain('Usage')
    expect(await audit.owner('select from audit.checkpoint')).toHaveLength(0)
    expect(await audit.owner('select from audit.entry')).toHaveLength(2)
  })
})
