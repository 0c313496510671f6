export interface GalleryCard {
  readonly name: string
  readonly card: Readonly<Record<string, unknown>>
}

export function galleryPage(cards: Readonly<Record<string, readonly GalleryCard[]>>): Promise<string>
