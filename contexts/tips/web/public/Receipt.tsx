import { useState } from 'react'
import type { RouteOutput } from '../../../../kernel/contract.ts'
import { Link } from '../../../../ui/address.tsx'
import { dateText, milliseconds } from '../../../../ui/instant.ts'
import { useMessages } from '../../../../ui/language.tsx'
import type { routes } from '../../contract/index.ts'
import { receiptText } from '../../rules/receipt.ts'
import { publicMessages } from './messages.ts'
import { receiptPicture, saveBlob } from './receiptPicture.ts'

export type ReceiptOf = RouteOutput<typeof routes.sendTip>

const secretText = (secret: string): string => `${secret.slice(0, 3)} ${secret.slice(3)}`

/** A last day ends at 24:00, which is the next day already. */
const lastDay = (instant: string): string => dateText(milliseconds(instant) - 1)

/** Number and password, once. */
export const Receipt = ({ receipt, onAnother }: { readonly receipt: ReceiptOf; readonly onAnother: () => void }) => {
  const { receipt: m } = useMessages(publicMessages)
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null)
  const [number, secret] = [receiptText(receipt.number), secretText(receipt.secret)]
  const followAt = `${window.location.host}/tip/follow`
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(`${m.number} ${number}\n${m.secret} ${secret}`)
      setCopied('yes')
    } catch {
      // Absent without HTTPS, and some phones refuse it.
      setCopied('no')
    }
  }
  const save = async (): Promise<void> => {
    const picture = await receiptPicture([
      { text: m.pictureTitle, size: 34, bold: true },
      { text: m.number, size: 26 },
      { text: number, size: 56, bold: true },
      { text: m.secret, size: 26 },
      { text: secret, size: 56, bold: true },
      { text: m.pictureHint(followAt), size: 24 },
    ])
    if (picture !== null) saveBlob(picture, `${m.number} ${dateText(receipt.receivedAt)}.png`)
  }
  return (
    <div className="tips-receipt">
      <p className="tips-receipt-keep">{m.keep}</p>
      <dl>
        <dt>{m.number}</dt>
        <dd>{number}</dd>
        <dt>{m.secret}</dt>
        <dd>{secret}</dd>
      </dl>
      <p className="tips-help">{m.why}</p>
      <button type="button" className="tips-button" onClick={() => void save()}>
        {m.savePicture}
      </button>
      <button type="button" className="tips-button" onClick={() => void copy()}>
        {m.copy}
      </button>
      <p className="tips-help" role="status">
        {copied === null ? m.until(lastDay(receipt.acceptBy)) : copied === 'yes' ? m.copied : m.notCopied}
      </p>
      <Link className="tips-button" to="/tip/follow">
        {m.follow}
      </Link>
      <button type="button" className="tips-plain" onClick={onAnother}>
        {m.another}
      </button>
    </div>
  )
}
