import { memoryLog } from '#db/memoryLog.ts'
import { describe } from 'vitest'
import { eventLogContract } from './eventLog.contract.ts'

describe('the log in memory', () => eventLogContract(memoryLog))
