/** Bytes to a server as they stand, whatever they are, and what comes back. */
import { connect, type Socket } from "node:net";

/** The status line of an answer; 100 is none yet. */
const STATUS = /^HTTP\/1\.1 (?!100)(\d{3}) /m;

export const openSocket = (url: string): Socket => {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  // A server may hang up on what it refuses while there is more to send.
  socket.on("error", () => {});
  return socket;
};

/** What was answered, up to the first status or the end of the connection. */
export const exchange = (url: string, bytes: string | Uint8Array): Promise<string> =>
  new Promise((resolve) => {
    const socket = openSocket(url);
    let answer = "";
    socket.setEncoding("latin1");
    socket.on("data", (chunk) => {
      answer += chunk;
      if (STATUS.test(answer)) socket.destroy();
    });
    socket.on("close", () => resolve(answer));
    if (typeof bytes === "string") socket.write(bytes, "latin1");
    else socket.write(bytes);
  });

/** The status of an answer; 0 when the server hung up without one. */
export const statusOf = (answer: string): number => Number(STATUS.exec(answer)?.[1] ?? 0);
