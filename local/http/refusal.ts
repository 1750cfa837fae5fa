/** Ends the handling of a request with a status and nothing else. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;

  constructor(status: number) {
    super(`The request is refused with ${status}`);
    this.status = status;
  }
}
