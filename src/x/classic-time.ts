/** The time of a post in the form of v1.1, which flows parse: `Fri Mar 27 18:01:36 +0000 2020`. */

/** How long `Fri, 27 Mar 2020 18:01:36 GMT` is; what is no time of ours is longer or shorter. */
const UTC_STRING_LENGTH = 29;

interface Parts {
  /** `Fri Mar 27` */
  readonly day: string;
  readonly time: string;
  readonly year: string;
}

const partsOf = (date: string): Parts | undefined => {
  const text = new Date(date).toUTCString();
  if (text.length !== UTC_STRING_LENGTH) return undefined;
  const [weekday, day, month] = [text.slice(0, 3), text.slice(5, 7), text.slice(8, 11)];
  return { day: `${weekday} ${month} ${day}`, time: text.slice(17, 25), year: text.slice(12, 16) };
};

/** As X writes times: 2020-03-27T18:01:36.000Z. */
const X_TIME = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
const DAY_LENGTH = 10;

/**
 * From an ISO time; empty for what is none. Many posts of a page are of the same day, so that what is asked of a date,
 * which takes several times as long as all else, is asked for once a day.
 */
export const createClassicTime = (): ((iso: string) => string) => {
  const days = new Map<string, Parts | undefined>();

  const dayOf = (date: string): Parts | undefined => {
    if (!days.has(date)) days.set(date, partsOf(date));
    return days.get(date);
  };

  return (iso) => {
    const isOfX = X_TIME.test(iso);
    const parts = isOfX ? dayOf(iso.slice(0, DAY_LENGTH)) : partsOf(iso);
    if (!parts) return "";
    const time = isOfX ? iso.slice(11, 19) : parts.time;
    return `${parts.day} ${time} +0000 ${parts.year}`;
  };
};
