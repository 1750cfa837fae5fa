/** What every store demands of a row, so that code which works in memory also works on Azure Table Storage. */
import type { RowKey } from "./store.ts";

/** Azure allows 512 characters a key and 1 KiB in all: https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model#system-properties */
const KEY_MAX_LENGTH = 512;

/** 480 KiB of UTF-16: well within the 1 MiB that an Azure entity may hold, names and keys included. */
const VALUE_MAX_LENGTH = 240 * 1024;

/** Throws RangeError, because a caller that breaks these rules has a bug that no retry mends. */
export const assertKey = ({ partition, row }: RowKey): void => {
  for (const part of [partition, row]) {
    if (part.length === 0 || part.length > KEY_MAX_LENGTH) {
      throw new RangeError(
        `A key's part has ${part.length} characters; 1 to ${KEY_MAX_LENGTH} fit.`,
      );
    }
  }
};

/** Throws RangeError. */
export const assertValue = (value: string): void => {
  if (value.length > VALUE_MAX_LENGTH) {
    throw new RangeError(`A row's value has ${value.length} characters; ${VALUE_MAX_LENGTH} fit.`);
  }
};
