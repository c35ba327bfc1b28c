import type { Component } from 'svelte'
import Buttons from './kit/Buttons.svelte'
import Dialogs from './kit/Dialogs.svelte'
import Figures from './kit/Figures.svelte'
import Lists from './kit/Lists.svelte'
import Marks from './kit/Marks.svelte'
import Notices from './kit/Notices.svelte'
import SamplePage from './kit/SamplePage.svelte'
import Time from './kit/Time.svelte'
import Access from './ship/Access.svelte'
import Alarms from './ship/Alarms.svelte'
import Casualties from './ship/Casualties.svelte'
import Compartments from './ship/Compartments.svelte'
import Desks from './ship/Desks.svelte'
import Dispatching from './ship/Dispatching.svelte'
import ShipFigures from './ship/Figures.svelte'
import ShipLists from './ship/Lists.svelte'
import Doors from './ship/Doors.svelte'
import Logs from './ship/Logs.svelte'
import Phones from './ship/Phones.svelte'
import Pictures from './ship/Pictures.svelte'
import Replays from './ship/Replays.svelte'
import Systems from './ship/Systems.svelte'

/** What the gallery shows. A page is drawn alone, in a window of its own width; the rest stands under one another. */
export interface Exhibit {
  readonly name: string
  readonly component: Component
  readonly page?: true
}

export const EXHIBITS: readonly Exhibit[] = [
  { name: 'Marks', component: Marks },
  { name: 'Buttons', component: Buttons },
  { name: 'Figures', component: Figures },
  { name: 'Lists', component: Lists },
  { name: 'Time', component: Time },
  { name: 'Notices', component: Notices },
  { name: 'Dialogs', component: Dialogs },
  { name: 'Status', component: ShipFigures },
  { name: 'Ship', component: Pictures },
  { name: 'Alarms, crews, systems', component: ShipLists },
  { name: 'Alarms', component: Alarms },
  { name: 'Dispatch', component: Dispatching },
  { name: 'Compartment', component: Compartments },
  { name: 'Casualties', component: Casualties },
  { name: 'Log', component: Logs },
  { name: 'Replay', component: Replays },
  { name: 'Systems and reports', component: Systems },
  { name: 'Desk', component: Desks },
  { name: 'Access', component: Access },
  { name: 'Door', component: Doors },
  { name: 'Phone', component: Phones },
  { name: 'Sample page', component: SamplePage, page: true },
]
