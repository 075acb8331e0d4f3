import type { PreviousUpload, UrlStorage } from 'tus-js-client';

const prefix = 'samsyn-upload/';

/** Remembers where a file on its way is on the server, by its fingerprint. The address alone: no name, no token. */
export class UploadPlaces implements UrlStorage {
  findAllUploads(): Promise<PreviousUpload[]> {
    return Promise.resolve([]);
  }

  findUploadsByFingerprint(fingerprint: string): Promise<PreviousUpload[]> {
    const uploadUrl = this.safely(() => localStorage.getItem(prefix + fingerprint));
    return Promise.resolve(uploadUrl ? [{ size: null, metadata: {}, creationTime: '', urlStorageKey: prefix + fingerprint, uploadUrl, parallelUploadUrls: null }] : []);
  }

  removeUpload(key: string): Promise<void> {
    this.safely(() => localStorage.removeItem(key));
    return Promise.resolve();
  }

  addUpload(fingerprint: string, { uploadUrl }: PreviousUpload): Promise<string> {
    if (uploadUrl) this.safely(() => localStorage.setItem(prefix + fingerprint, uploadUrl));
    return Promise.resolve(prefix + fingerprint);
  }

  private safely<T>(act: () => T): T | null {
    try {
      return act();
    } catch {
      return null;
    }
  }
}
