/** The words that orders, events and the ship share. */
export type Alert = 'green' | 'yellow' | 'red'
export type IncidentKind = 'attack' | 'drill' | 'accident'
export type TaskPriority = 'first' | 'normal' | 'last'
export type Triage = 'immediate' | 'delayed' | 'minimal' | 'expectant'
export type Injury =
  'burns' | 'severe-burns' | 'blast' | 'crush' | 'fracture' | 'laceration' | 'concussion' | 'shock' | 'hypoxia'
export type CasualtyStatus = 'waiting' | 'moving' | 'inBed' | 'stable' | 'discharged' | 'dead'
export type CrewStatus = 'ready' | 'enRoute' | 'onScene' | 'working' | 'returning'
