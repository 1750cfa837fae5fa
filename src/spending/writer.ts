/** Writes of one row by its only writer: calls that come while a write is under way share the next one. */

export interface Writer {
  /** Writes what there is by now. Rejects with what the write rejects with. */
  now(): Promise<void>;
  /** Has what there is by now written with the next write, at the latest when it is quiet. Never fails. */
  soon(): void;
  /** Writes what is not yet written, if there is anything. */
  flush(): Promise<void>;
}

export interface WriterOptions {
  write(): Promise<void>;
  later(run: () => void): void;
  /** Told once when writes that nobody waits for begin to fail; they are tried again. */
  fail(error: unknown): void;
}

export const createWriter = ({ write, later, fail }: WriterOptions): Writer => {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  let isDue = false;
  let isPlanned = false;
  let isFailing = false;

  const run = async (): Promise<void> => {
    isDue = false;
    try {
      await write();
      isFailing = false;
    } catch (error) {
      isDue = true;
      throw error;
    } finally {
      running = undefined;
    }
  };

  const now = (): Promise<void> => {
    if (!running) {
      running = run();
      return running;
    }
    next ??= running
      .catch(() => {})
      .then(() => {
        next = undefined;
        return now();
      });
    return next;
  };

  const flush = async (): Promise<void> => {
    if (isDue) await now();
    else await running;
  };

  const soon = (): void => {
    isDue = true;
    if (isPlanned) return;
    isPlanned = true;
    later(() => {
      isPlanned = false;
      flush().catch((error: unknown) => {
        if (!isFailing) fail(error);
        isFailing = true;
        soon();
      });
    });
  };

  return { now, soon, flush };
};
