/** What the viewer must know of a document to show it. */
export interface ViewedVersion {
  readonly id: string;
  readonly version: number;
  readonly mediaType: string;
  readonly addedAt: string;
}

export interface ViewedDocument {
  readonly id: string;
  /** As the list calls it. */
  readonly title: string;
  /** Oldest first. */
  readonly versions: readonly ViewedVersion[];
}

export const PDF = 'application/pdf';
