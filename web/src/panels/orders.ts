import type { Command, CommandType, Order } from '#shared/ship/commands.ts'

/** The way from a panel's buttons to the ship. A panel that is given none is there to be read. */
export interface Orders {
  /** `undo` takes it back; it is offered with the notice that it was done. `onrefused` is called after saying why it was not. */
  readonly give: (order: Order, undo?: Order, onrefused?: () => void) => void
  /** Why an order of that kind can't be given now; null when it can. */
  readonly whyNot: (type: CommandType) => string | null
  /** Given, and not answered yet. */
  readonly pending: readonly Command[]
}

/** Whether that very order is on its way. */
export const isPending = (orders: Orders | null, order: Order): boolean =>
  orders?.pending.some((command) => sameOrder(command, order)) ?? false

const sameOrder = (command: Command, order: Order): boolean =>
  Object.entries(order).every(([key, value]) => command[key as keyof Command] === value)
