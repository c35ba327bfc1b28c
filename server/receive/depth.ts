/** Whether there are lists and objects within each other to more levels; a level at a time, as recursion could itself go too deep. */
export const isDeeperThan = (root: unknown, levelsMost: number): boolean => {
  let containers = [root].filter(isContainer)
  for (let level = 0; level < levelsMost && containers.length > 0; level++)
    containers = containers.flatMap((container) => Object.values(container) as unknown[]).filter(isContainer)
  return containers.length > 0
}

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null
