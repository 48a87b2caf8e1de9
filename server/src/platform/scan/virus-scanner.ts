/** Whether a file is known to be harmful, for whoever takes files from strangers. */

/** UNAVAILABLE is no verdict: whoever asks must not let the file through. */
export type ScanVerdict = 'CLEAN' | 'INFECTED' | 'UNAVAILABLE';

export interface VirusScanner {
  /** Never throws; a scanner that is away, slow or unclear is UNAVAILABLE. */
  scan(bytes: Buffer): Promise<ScanVerdict>;
}
