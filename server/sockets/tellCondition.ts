import type { Service } from '../service.ts'
import type { Sockets } from './dashboard.ts'

/** Every dashboard is told how the server stands: when it changes, and at the connection unless all is well. */
export const tellCondition = (io: Sockets, { condition }: Service): void => {
  condition.onChange((now) => io.emit('service', now))
  io.on('connection', (socket) => {
    if (condition.now.state !== 'ready') socket.emit('service', condition.now)
  })
}
