import swagger from '@fastify/swagger'
import type { App } from './typed.ts'

/** The HTTP interface describes itself, from the schemas it checks by. */
export const describeApi = async (app: App): Promise<void> => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Bulkhead',
        version: '1',
        description: "A ship's damage control: give orders, and read what has become of her.",
      },
      tags: [
        { name: 'ships', description: 'The ships and their logs' },
        { name: 'orders', description: 'What people order' },
        { name: 'views', description: 'A ship evaluated now' },
        { name: 'scenarios', description: 'What can be started' },
        { name: 'incidents', description: 'What has been recorded' },
        { name: 'access', description: 'Who may come in' },
        { name: 'operation', description: 'For whoever runs the server' },
      ],
    },
  })
}

export const openApiRoute = (app: App): void => {
  app.get('/openapi.json', { schema: { summary: 'This description', tags: ['operation'] } }, () => app.swagger())
}
