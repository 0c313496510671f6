export function buildBot(outdir: string): Promise<void>
