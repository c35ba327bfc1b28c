export { clockText, missionText, spokenTime } from '#shared/duration.ts'
