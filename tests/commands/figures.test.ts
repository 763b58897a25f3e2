import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { killAllAnlan, startAnlan } from './anlan.ts'
import { projectFolder } from './installedCopy.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anlan-figures-'))
})
afterAll(async () => {
  await killAllAnlan()
  await rm(folder, { recursive: true, force: true })
})

const figures = async (...args: readonly string[]) => {
  const anlan = startAnlan({ from: projectFolder, env: { ANLAN_DATA: join(folder, 'data') }, args: ['figures', ...args] })
  return { ...(await anlan.ended), ...anlan.said() }
}

describe('figures', () => {
  it('are counted anew on a ground of their own where no server runs', async () => {
    const whole = 'figures are equal to the records'
    expect(await figures('recompute')).toMatchObject({ code: 0, stdout: expect.stringContaining(whole), stderr: '' })
    expect(await figures('recompute', '--repair')).toMatchObject({ code: 0, stdout: expect.stringContaining(whole) })
    expect(await figures('count')).toMatchObject({ code: 2, stdout: expect.stringContaining('figures recompute [--repair]') })
  })
})
