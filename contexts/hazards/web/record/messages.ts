import { defineMessages } from '../../../../ui/language.tsx'
import { en } from './messages.en.ts'
import { zh } from './messages.zh.ts'

/** The sentences of a hazard's page in both languages. */
export const messages = defineMessages({ zh, en })

export type RecordWords = typeof zh
