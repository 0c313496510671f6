import { folded } from './wording.ts'

const words =
  /(?:^|[^\p{L}\p{N}])(?:there|it|its|them|these|those|that|this|same|la-bas|y|celui-ci|celui-la|cet|cette|ceux-ci|meme|les memes)(?![\p{L}\p{N}])/u

/** Whether a text speaks of something that was named before: "there", "it", "the same". */
export function pointsBack(text: string): boolean {
  return words.test(folded(text.slice(0, 1_000)))
}
