import { existsSync, readFileSync } from 'node:fs'
import { decode } from 'fast-png'
import { describe, expect, test } from 'vitest'
import { madePackage, makePackage, ourPackage, packageEnvironment } from './harness/teams-package.ts'

function image(bytes: Uint8Array | undefined) {
  const { width, height, channels, data } = decode(bytes ?? new Uint8Array())
  const pixels = Array.from({ length: width * height }, (_, at) => {
    const [red, green, blue, alpha = 255] = data.subarray(at * channels, (at + 1) * channels)
    return { x: at % width, y: Math.floor(at / width), colour: [red, green, blue].join(), alpha }
  })
  return { width, height, pixels }
}

describe('the Teams package', () => {
  test('holds the manifest, two icons and the French texts, and nothing else', async () => {
    const { entries } = await ourPackage()
    expect(Object.keys(entries).sort()).toEqual(['color.png', 'fr.json', 'manifest.json', 'outline.png'])
  })

  test('is filled from the environment, and no placeholder is left', async () => {
    const { manifest, french, text } = await madePackage({
      ...packageEnvironment,
      TEAMS_APP_VERSION: '3.2.1',
      TEAMS_EXAMPLE_WORKSPACE: 'ml-lab',
    })
    expect([manifest.id, manifest.bots[0].botId]).toEqual(Array(2).fill(packageEnvironment.MicrosoftAppId))
    expect(manifest.developer.name).toBe('The "Platform" team')
    expect(manifest.version).toBe('3.2.1')
    expect(french['description.full']).toContain('Afficher le réseau de ml-lab')
    for (const name of ['manifest.json', 'fr.json']) expect(text(name)).not.toMatch(/\$\{|ws-prod/)
  })

  test('is the same, byte for byte, when it is made again', async () => {
    const [first, second] = await Promise.all([
      makePackage(packageEnvironment),
      makePackage({ ...packageEnvironment, TZ: 'Asia/Tokyo' }),
    ])
    expect(readFileSync(second.file).equals(readFileSync(first.file))).toBe(true)
  })

  test('is not made while a variable is missing, and all of them are named at once', async () => {
    const { code, errors, file } = await makePackage({})
    expect(code).toBe(1)
    for (const name of Object.keys(packageEnvironment))
      expect(errors).toContain(`${name} is missing: it must be `)
    expect(existsSync(file)).toBe(false)
  })

  test('is not made with wrong values, and each is told what it must be', async () => {
    const wrong = {
      MicrosoftAppId: 'gatehouse',
      TEAMS_DEVELOPER_NAME: 'A name of more than thirty-two characters',
      TEAMS_DEVELOPER_WEBSITE_URL: 'example.com',
      TEAMS_DEVELOPER_PRIVACY_URL: 'http://example.com/privacy',
      TEAMS_DEVELOPER_TERMS_URL: 'javascript:alert(1)',
      TEAMS_APP_VERSION: '1.0.0-beta.1',
      TEAMS_EXAMPLE_WORKSPACE: 'ws prod',
    }
    const { code, errors, file } = await makePackage(wrong)
    expect(code).toBe(1)
    expect(errors.match(/^\w+ must be .+\.$/gm)?.map(line => line.split(' ')[0])).toEqual(Object.keys(wrong))
    expect(existsSync(file)).toBe(false)
  })
})

describe('the icons in it', () => {
  test('are a square of 192 pixels without transparency, whose edges are of one colour', async () => {
    const { width, height, pixels } = image((await ourPackage()).entries['color.png'])
    expect([width, height]).toEqual([192, 192])
    expect(pixels.every(({ alpha }) => alpha === 255)).toBe(true)
    const edge = pixels.filter(({ x, y }) => [0, 191].includes(x) || [0, 191].includes(y))
    expect(new Set(edge.map(({ colour }) => colour)).size).toBe(1)
    expect(new Set(pixels.map(({ colour }) => colour)).size).toBeGreaterThan(1)
  })

  test('are an outline of 32 pixels, pure white on transparent, up to all four edges', async () => {
    const { width, height, pixels } = image((await ourPackage()).entries['outline.png'])
    expect([width, height]).toEqual([32, 32])
    const drawn = pixels.filter(({ alpha }) => alpha > 0)
    expect(drawn.length).toBeLessThan(pixels.length / 2)
    expect(drawn.filter(({ colour }) => colour !== '255,255,255')).toEqual([])
    for (const along of [drawn.map(({ x }) => x), drawn.map(({ y }) => y)])
      expect([Math.min(...along), Math.max(...along)]).toEqual([0, 31])
  })
})
