/** The port that `npm start` listens on: whoever cannot have it is told so in a sentence, before anything is started. */
import { startLoopbackServer } from "./http/loopback-server.ts";

const MAX_PORT = 65_535;

const WHY_NOT: Readonly<Record<string, string>> = {
  EADDRINUSE: "is taken, perhaps by another npm start. End that one, or take another port",
  EACCES: "is not for everybody on this machine. Take another port",
};

const end = (sentence: string): never => {
  console.error(sentence);
  process.exit(1);
};

/** 0 for any free port. Ends the process where `text` is no port. */
export const readPort = (text = "7071"): number => {
  const port = Number(text || Number.NaN);
  if (Number.isInteger(port) && port >= 0 && port <= MAX_PORT) return port;
  return end(`PORT is ${JSON.stringify(text)}. It has to be a whole number from 0 to ${MAX_PORT}.`);
};

/** Ends the process when the port could not be listened on, which `error` tells; throws any other error. */
export const endWithoutPort =
  (port: number) =>
  (error: NodeJS.ErrnoException): never => {
    const why = WHY_NOT[error.code ?? ""];
    if (why === undefined) throw error;
    return end(`Port ${port} ${why}: PORT=7072 npm start`);
  };

/** Ends the process when nobody can listen on the port now. */
export const assertPortIsFree = async (port: number): Promise<void> => {
  const handle = () => {};
  const probe = await startLoopbackServer({ port, maxBodyBytes: 0, handle }).catch(
    endWithoutPort(port),
  );
  await probe.close();
};
