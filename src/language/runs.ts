/** Numbers in rising order, as `1–4, 6`. */
export function runs(numbers: readonly number[]): string {
  return numbers
    .filter(each => !(numbers.includes(each - 1) && numbers.includes(each + 1)))
    .map(each => (numbers.includes(each - 1) ? `–${each}` : `, ${each}`))
    .join('')
    .slice(2)
}
