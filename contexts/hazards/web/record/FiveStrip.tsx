import { Icon } from '../../../../ui/Icon.tsx'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { Section } from '../../../../ui/Page.tsx'
import { fiveNames } from '../../contract/names.ts'
import { fiveMissing } from '../../rules/deeds/order.ts'
import { fiveItems, type Hazard } from '../../rules/hazard.ts'
import { messages } from './messages.ts'
import { yuanText } from './yuan.ts'

/** Responsibility, measures, funds, time limit, contingency: what is written, and hatched what is not (16号令 art. 15). */
export const FiveStrip = ({ hazard }: { hazard: Hazard }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const plan = 'plan' in hazard ? hazard.plan : null
  const missing = fiveMissing(plan)
  const told = {
    responsibility: plan?.responsibility,
    measures: plan?.measures,
    funds: plan?.fundsYuan === null || plan?.fundsYuan === undefined ? null : m.five.yuan(yuanText(plan.fundsYuan)),
    timeLimit: plan?.dueOn,
    contingency: plan?.contingency,
  }
  return (
    <Section title={m.five.title} rule="ink" note={missing.length === 0 ? undefined : m.five.none}>
      <dl className="hazard-five">
        {fiveItems.map((item) => {
          const lacks = missing.includes(item)
          return (
            <div key={item} className={lacks ? 'hazard-five-missing' : ''}>
              <dt>
                {fiveNames[item][language]}
                <span>
                  {lacks ? null : <Icon name="check" size={12} />} {lacks ? m.five.missing : m.five.inPlace}
                </span>
              </dt>
              <dd>{lacks ? '—' : told[item]}</dd>
            </div>
          )
        })}
      </dl>
    </Section>
  )
}
