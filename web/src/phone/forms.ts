import type { Order } from '#shared/ship/commands.ts'
import type { DamageKind, Injury } from '#shared/ship/terms.ts'
import { DAMAGE_KIND, INJURY } from '#shared/ship/views/words.ts'

export type FormKind = 'damage' | 'casualty' | 'help' | 'note' | 'follow'

/** What is written, apart from the choice that comes first. */
export interface Written {
  readonly place: string
  readonly text: string
  readonly name: string
  readonly extent: string
  readonly needs: string
}

export interface Form {
  readonly title: string
  /** Asked first, with a large button each; without choices the writing comes at once. */
  readonly question: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  /** What may be written besides the text. */
  readonly fields: readonly ('place' | 'name' | 'extent' | 'needs')[]
  readonly textLabel: string | null
  /** Whether it says enough to be sent. */
  readonly isWhole: (written: Written) => boolean
  readonly order: (choice: string, written: Written) => Order
}

const choicesOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

const HELP = {
  people: 'More people',
  tools: 'Tools or parts',
  medic: 'A medic',
  relief: 'Relief',
  way: 'A way through',
  power: 'Power off here',
} as const

/** What was said, or else what was chosen: a report has to say something, and a thumb in a glove writes little. */
const either = (text: string, chosen: string): string => text || chosen
const given = <Key extends string>(key: Key, text: string) => (text === '' ? {} : { [key]: text })

const damage: Form = {
  title: 'Report damage',
  question: 'What is it?',
  choices: choicesOf(DAMAGE_KIND),
  fields: ['place', 'extent', 'needs'],
  textLabel: 'What you see, if you have time',
  isWhole: () => true,
  order: (choice, { place, text, extent, needs }) => ({
    type: 'ReportDamage',
    compartment: place,
    what: choice as DamageKind,
    text: either(text, DAMAGE_KIND[choice as DamageKind]),
    ...given('extent', extent),
    ...given('needs', needs),
  }),
}

const casualtyForMedics: Form = {
  title: 'Report casualty',
  question: 'What happened to them?',
  choices: choicesOf(INJURY),
  fields: ['place', 'name'],
  textLabel: null,
  isWhole: () => true,
  order: (choice, { place, name }) => ({
    type: 'ReportCasualty',
    compartment: place,
    injury: choice as Injury,
    ...given('name', name),
  }),
}

/** Who may not enter casualties reports that there are some; whoever may sees the report. */
const casualtyForOthers: Form = {
  ...casualtyForMedics,
  fields: ['place'],
  textLabel: 'Who, how many, if you have time',
  order: (choice, { place, text }) => ({
    type: 'ReportDamage',
    compartment: place,
    what: 'casualties',
    text: [INJURY[choice as Injury], text].filter(Boolean).join('. '),
  }),
}

const help: Form = {
  title: 'Ask for help',
  question: 'What do you need?',
  choices: choicesOf(HELP),
  fields: ['place'],
  textLabel: 'What for, if you have time',
  isWhole: () => true,
  order: (choice, { place, text }) => {
    const needs = HELP[choice as keyof typeof HELP]
    return { type: 'ReportDamage', compartment: place, what: 'other', text: either(text, 'Help needed'), needs }
  },
}

const note: Form = {
  title: 'Note for the log',
  question: '',
  choices: [],
  fields: [],
  textLabel: 'Note',
  isWhole: ({ text }) => text !== '',
  order: (_choice, { text }) => ({ type: 'RecordLog', text }),
}

const followUp = (report: string): Form => ({
  title: `Say more: report ${report}`,
  question: '',
  choices: [],
  fields: ['extent', 'needs'],
  textLabel: null,
  isWhole: ({ extent, needs }) => extent !== '' || needs !== '',
  order: (_choice, { extent, needs }) => ({
    type: 'FollowUpReport',
    report,
    ...given('extent', extent),
    ...given('needs', needs),
  }),
})

/** The form of a kind; `medic`: may enter casualties; `report`: the one that is followed up. */
export const formOf = (kind: FormKind, medic: boolean, report: string): Form => {
  switch (kind) {
    case 'damage':
      return damage
    case 'casualty':
      return medic ? casualtyForMedics : casualtyForOthers
    case 'help':
      return help
    case 'note':
      return note
    case 'follow':
      return followUp(report)
  }
}
