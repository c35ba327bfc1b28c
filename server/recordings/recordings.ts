import type { IncidentSummary } from '#shared/protocol/incidents.ts'
import type { Problem } from '#shared/protocol/sockets.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { planOf } from '#shared/ship-file/plan-of.ts'
import type { FileProblem } from '#shared/schema/problems.ts'
import { incidentsOf } from '../incidents.ts'
import { problem } from '../problem.ts'
import { recordingFromLog } from './fromLog.ts'
import type { ImportFolder } from './importFolder.ts'
import type { Recording } from './recording.ts'
import type { Records } from './records.ts'

/** Every incident on record: those of the ships of the log, oldest first, then those that came as files. */
export class Recordings {
  readonly #records: Records
  readonly #imports: ImportFolder

  constructor(records: Records, imports: ImportFolder) {
    this.#records = records
    this.#imports = imports
  }

  /** Of one ship, or (null) of all. */
  async list(ship: string | null): Promise<readonly IncidentSummary[]> {
    const imported = (await this.#imports.list()).filter((incident) => ship === null || incident.ship === ship)
    return [...this.own(ship), ...imported]
  }

  /** Those of the log. */
  own(ship: string | null): readonly IncidentSummary[] {
    return incidentsOf(this.#records.log, ship)
  }

  /** Null: there is none of that id. */
  async summary(id: string): Promise<IncidentSummary | null> {
    const isIt = (one: IncidentSummary): boolean => one.id === id
    return this.own(null).find(isIt) ?? (await this.#imports.list()).find(isIt) ?? null
  }

  async find(id: string): Promise<Result<Recording, Problem>> {
    const own = this.own(null).find((one) => one.id === id)
    if (own) return this.ofOwn(own)
    const imported = await this.#imports.find(id)
    if (!imported) return err(unknownIncident(id))
    return imported.ok ? imported : err(unusable(id, imported.error))
  }

  /** Of an incident in the log. */
  ofOwn(incident: IncidentSummary): Result<Recording, Problem> {
    const run = this.#records.ships.find(incident.ship)
    if (!run.ok) return this.#ofQuarantined(incident) ?? run
    const { plan, durable } = run.value
    return ok(recordingFromLog(this.#records, plan, incident, { seq: durable.ship.seq, at: run.value.now() }))
  }

  /** Null unless all of it was before what does not fold. */
  #ofQuarantined(incident: IncidentSummary): Result<Recording, Problem> | null {
    const { closedSeq, closedAt, ship } = incident
    const quarantined = this.#records.ships.quarantined().find(({ id }) => id === ship)
    if (!quarantined?.definition || closedSeq === null || closedAt === null) return null
    if (closedSeq >= quarantined.fault.seq) return null
    const end = { seq: closedSeq, at: closedAt }
    return ok(recordingFromLog(this.#records, planOf(quarantined.definition), incident, end))
  }
}

export const unknownIncident = (id: string): Problem =>
  problem('UnknownIncident', `There is no incident ${id}`, { incident: id })

const unusable = (id: string, problems: readonly FileProblem[]): Problem =>
  problem('RecordingUnusable', `The file of ${id} can no longer be used`, { incident: id, problems })
