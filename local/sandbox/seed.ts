/** What the sandbox's X holds at start: fictional companies and people, and a week of their posts. */
import type { NewPost, SandboxMedia, World } from "./world.ts";

/** Who is signed in when nobody else is named. */
export const SANDBOX_USER = { username: "northwind_demo", name: "Northwind Demo" } as const;

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const FOLLOWERS_OF_CONTOSO = 1200;
const CONTOSO_POSTS = 160;

interface Person {
  readonly id?: string;
  readonly username: string;
  readonly name: string;
  readonly location?: string;
  readonly description: string;
  readonly protected?: boolean;
  readonly suspended?: boolean;
}

const PEOPLE: readonly Person[] = [
  {
    id: "1795000000000000123",
    ...SANDBOX_USER,
    location: "Redmond, WA",
    description: "We try things out here.",
  },
  {
    id: "1460323737035677698",
    username: "contoso",
    name: "Contoso Ltd",
    location: "Seattle, WA",
    description: "We make everything. Support: @contoso_help",
  },
  {
    id: "1460323737035677699",
    username: "contoso_help",
    name: "Contoso Support",
    location: "Seattle, WA",
    description: "Here to help, 24/7 ☎️",
  },
  {
    id: "20734210",
    username: "fabrikam",
    name: "Fabrikam Inc",
    location: "Paris, France",
    description: "Fabrics & more",
  },
  {
    id: "1602345678901234567",
    username: "adventureworks",
    name: "Adventure Works 🚲",
    location: "Oslo",
    description: "Bikes for every road.",
  },
  {
    id: "1702345678901234567",
    username: "tailspin_toys",
    name: "Tailspin Toys",
    description: "Toys that fly ✈️",
  },
  {
    id: "812345",
    username: "wingtip",
    name: "Wingtip Research",
    location: "Zürich",
    description: "Forschung und Lehre",
  },
  {
    id: "1802345678901234567",
    username: "megan_bowen",
    name: "Megan Bowen",
    location: "Pittsburgh",
    description: "Marketing. Opinions are mine.",
  },
  {
    id: "1802345678901234568",
    username: "lee_gu",
    name: "Lee Gu",
    location: "上海",
    description: "工程师",
  },
  {
    id: "1802345678901234569",
    username: "private_pat",
    name: "Pat Private",
    description: "Friends only.",
    protected: true,
  },
  {
    id: "1802345678901234570",
    username: "spam_sam",
    name: "Sam Spam",
    description: "Buy now",
    suspended: true,
  },
];

const CONTOSO_TEXTS = [
  "Contoso opens a new store in {place} today 🎉 #contoso",
  "Contoso R&amp;D shows what comes next: thinner &lt; lighter. #innovation",
  "Thanks to @fabrikam for the fabrics of the new Contoso chair!",
  "Happy hour at Contoso {place}: drinks are on us from five.",
  "Contoso is hiring in {place}. Come and work with us! #jobs",
];
const PLACES = ["Seattle", "Oslo", "Paris", "Zürich", "東京", "Nairobi", "São Paulo"];

/** Media that the sandbox draws itself. */
const picture = (origin: string, key: string, type: SandboxMedia["type"]): SandboxMedia => ({
  key,
  type,
  url: `${origin}/images/${key}.svg`,
});

/** `at` is where pictures are; times count back from the world's clock. */
export const seed = (world: World, origin: string): void => {
  const now = world.now();
  const ids = new Map(
    PEOPLE.map((person) => [
      person.username,
      world.addUser({ ...person, createdAt: now - 900 * DAY_MS }).id,
    ]),
  );
  const idOf = (username: string): string => ids.get(username) ?? "";
  const post = (username: string, hoursAgo: number, text: string, more: Partial<NewPost> = {}) =>
    world.addPost({ authorId: idOf(username), text, createdAt: now - hoursAgo * HOUR_MS, ...more });

  for (let index = 0; index < FOLLOWERS_OF_CONTOSO; index += 1) {
    const number = String(index).padStart(4, "0");
    const follower = world.addUser({
      id: String(1900000000000000000n + BigInt(index) * 1_000_003n),
      username: `fan_${number}`,
      name: `Fan ${number}`,
      createdAt: now - 300 * DAY_MS,
    });
    world.follow(follower.id, idOf("contoso"));
  }
  const me = idOf(SANDBOX_USER.username);
  for (const username of ["wingtip", "adventureworks", "fabrikam", "contoso_help", "contoso"]) {
    world.follow(me, idOf(username));
  }
  for (const username of ["lee_gu", "megan_bowen", "fabrikam"]) {
    world.follow(idOf(username), me);
    world.follow(idOf(username), idOf("contoso"));
  }
  world.follow(idOf("contoso"), idOf("fabrikam"));

  for (let index = CONTOSO_POSTS; index > 0; index -= 1) {
    const text = CONTOSO_TEXTS[index % CONTOSO_TEXTS.length] ?? "";
    const place = PLACES[index % PLACES.length] ?? "";
    post("contoso", index, `${text.replace("{place}", place)} (${index})`);
  }
  post("contoso", 9 * 24, "Contoso news that search no longer reaches");
  const photo = post("fabrikam", 30, "The new collection is here! #fabrikam", {
    media: [picture(origin, "3_collection", "photo"), picture(origin, "3_details", "photo")],
  });
  post("adventureworks", 26, "Ride with us 🚵 🎬", { media: [picture(origin, "7_ride", "video")] });
  post("tailspin_toys", 25, "It flies!", { media: [picture(origin, "16_flies", "animated_gif")] });
  const long = post(
    "wingtip",
    20,
    `Unser Bericht ist da. ${"Was wir gelernt haben, steht darin Punkt für Punkt. ".repeat(12)}Danke an @contoso und @spam_sam!`,
    { lang: "de" },
  );
  post("lee_gu", 18, "今天的会议很好 😀 @contoso", { lang: "zh" });
  post("private_pat", 17, "Only my friends can read about contoso here");
  post("spam_sam", 16, "Buy contoso followers now");
  const question = post(
    "megan_bowen",
    15,
    "Does @contoso_help answer at night? Asking for a friend 🌙",
  );
  post("contoso_help", 14, "@megan_bowen We do! How can we help?", { replyTo: question.id });
  post("megan_bowen", 12, "What a collection!", { quoteOf: photo.id });
  post("contoso", 10, `RT @fabrikam: ${photo.text}`, { retweetOf: photo.id });
  post("adventureworks", 9, `RT @wingtip: ${long.text.slice(0, 120)}…`, { retweetOf: long.id });
  const gone = post("wingtip", 8, "We said too much");
  post("fabrikam", 7, "RT @wingtip: We said too much", { retweetOf: gone.id });
  world.posts.delete(gone.id);
  post(SANDBOX_USER.username, 5, "Hello from Northwind 👋");
};
