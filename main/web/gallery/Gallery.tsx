import { useEffect } from 'react'
import { Link } from '../../../ui/address.tsx'
import { iconNames, Icon } from '../../../ui/Icon.tsx'
import { listenForShortcuts } from '../../../ui/keys.ts'
import { useMessages } from '../../../ui/language.tsx'
import { Wordmark } from '../../../ui/Mark.tsx'
import { PageHead, Section } from '../../../ui/Page.tsx'
import { FrozenNow } from '../../../ui/serverClock.ts'
import { Toasts } from '../../../ui/Toast.tsx'
import { LanguageSwitch, ThemeSwitch } from '../switches.tsx'
import { ActionsPart, ClocksPart, FiguresPart, LoopPart } from './GalleryRecord.tsx'
import { EvidencePart } from './GalleryEvidence.tsx'
import { FormPart, StatesPart, StoryPart, WindowsPart } from './GalleryForms.tsx'
import { ListPart, ManyPart } from './GalleryList.tsx'
import { messages } from './messages.ts'
import { frozenAt } from './sample.ts'
import './Gallery.css'

/** Every screen part, in the present language and theme, with invented contents and a clock that stands still. */
const Gallery = () => {
  const m = useMessages(messages)
  useEffect(listenForShortcuts, [])
  return (
    <FrozenNow value={frozenAt}>
      <header className="gallery-top">
        <Link to="/" aria-label="安澜 Anlan">
          <Wordmark />
        </Link>
        <LanguageSwitch />
        <ThemeSwitch />
      </header>
      <main className="gallery">
        <PageHead title={m.title} note={m.note} aside={m.aside} />
        <FiguresPart />
        <ActionsPart />
        <ClocksPart />
        <LoopPart />
        <ListPart />
        <ManyPart />
        <FormPart />
        <EvidencePart />
        <StatesPart />
        <StoryPart />
        <WindowsPart />
        <Section title={m.parts.icons}>
          <ul className="gallery-icons">
            {iconNames.map((name) => (
              <li key={name}>
                <Icon name={name} size={20} />
                {name}
              </li>
            ))}
          </ul>
        </Section>
        <Section title={m.parts.values}>
          <div className="gallery-type">
            {[34, 26, 20, 16, 14, 13, 12, 11].map((size) => (
              <p key={size} style={{ fontSize: size }}>
                {size} 安澜 Anlan 0123456789
              </p>
            ))}
          </div>
          <div className="gallery-colours">
            {[
              'paper',
              'surface',
              'raised',
              'sunken',
              'line',
              'line-2',
              'control',
              'ink-4',
              'ink-3',
              'ink-2',
              'ink',
              'accent',
              'accent-soft',
              'accent-line',
              'r0',
              'r1',
              'r2',
              'r3',
              'r4',
              'r5',
            ].map((name) => (
              <span key={name}>
                <i style={{ background: `var(--${name})` }} />
                {name}
              </span>
            ))}
          </div>
        </Section>
      </main>
      <Toasts />
    </FrozenNow>
  )
}

export default Gallery
