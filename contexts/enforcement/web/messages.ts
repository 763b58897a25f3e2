import { defineMessages } from '../../../ui/language.tsx'
import { en } from './messages.en.ts'
import { zh } from './messages.zh.ts'

export type CaseWords = typeof zh

export const messages = defineMessages({ zh, en })
