/** npm run simulation -- …: the core under random orders; npm run simulation -- world …: the whole product under faults. */
await (process.argv[2] === 'world' ? import('./world/main.ts') : import('./voyages.ts'))
