import type { BuildOptions } from 'esbuild'

export function botOptions(outdir: string): BuildOptions
export function buildBot(outdir: string): Promise<void>
