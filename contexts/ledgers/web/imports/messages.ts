import { defineMessages } from '../../../../ui/language.tsx'
import { en } from './messages.en.ts'
import { zh } from './messages.zh.ts'

/** The sentences of imports. */
export const messages = defineMessages({ zh, en })
