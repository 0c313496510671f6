import type { Migration } from '../migrate.ts'
import { theRoad } from './0001-the-road.ts'
import { theNews } from './0002-the-news.ts'
import { theChain } from './0003-the-chain.ts'
import { tonguesOfReaders } from './0004-tongues.ts'
import { watchersOfRequests } from './0005-watchers.ts'
import { theRegister } from './0006-the-register.ts'
import { conversations } from './0007-conversations.ts'
import { copies } from './0008-copies.ts'
import { theFleet } from './0009-the-fleet.ts'
import { limits } from './0010-limits.ts'
import { drift } from './0011-drift.ts'

/** In order. What has been released is never changed; what comes is added. */
export const migrations: readonly Migration[] = [
  theRoad,
  theNews,
  theChain,
  tonguesOfReaders,
  watchersOfRequests,
  theRegister,
  conversations,
  copies,
  theFleet,
  limits,
  drift,
]
