/** The words that orders, events and the ship share. */
export type Alert = 'green' | 'yellow' | 'red'
export type IncidentKind = 'attack' | 'drill' | 'accident'
export type TaskPriority = 'first' | 'normal' | 'last'
export type Triage = 'immediate' | 'delayed' | 'minimal' | 'expectant'
export type Injury =
  | 'burns'
  | 'severe-burns'
  | 'blast'
  | 'crush'
  | 'fracture'
  | 'laceration'
  | 'concussion'
  | 'shock'
  | 'hypoxia'
  | 'inhalation'
  | 'radiation'
export type CasualtyStatus = 'waiting' | 'moving' | 'inBed' | 'stable' | 'discharged' | 'dead'
export type CrewStatus = 'ready' | 'enRoute' | 'onScene' | 'working' | 'returning'
/** How worn a crew is: amber after 20 minutes on task, red after 40. */
export type Tiredness = 'fresh' | 'amber' | 'red'
/** NFPA's four rates of t-squared growth. */
export type FireGrowth = 'slow' | 'medium' | 'fast' | 'ultrafast'
export type LeakKind = 'radiation' | 'coolant'
/** simulated: the laws move crews and work. reported: people say when crews arrive and work is done, as in a live drill. */
export type RunMode = 'simulated' | 'reported'
/** What the ship does by herself when it is switched on. */
export type Automation = 'forceFields' | 'fireSuppression'
/** The nature of what is reported. */
export type DamageKind = 'breach' | 'fire' | 'thin-air' | 'leak' | 'passage' | 'system' | 'casualties' | 'other'
/** By whom or what something comes to be known. */
export type Discovery = 'sensors' | 'people' | 'crew' | 'diagnostic' | 'attempt'
/** 1 is shed last, 4 first. */
export type PowerClass = 1 | 2 | 3 | 4
/** HSEEP: performed without challenges, with some, with major challenges, unable to be performed. */
export type Rating = 'P' | 'S' | 'M' | 'U'
/** What a review measures from one instant of a response to the next; see `shared/review/parts/responses.ts`. */
export type ResponseMeasure =
  'report' | 'acknowledge' | 'dispatch' | 'turnout' | 'travel' | 'contain' | 'restore' | 'triage' | 'bed'
