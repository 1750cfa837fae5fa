/** Fills the sandbox's X: accounts, who follows whom, and a week of posts, counted back from the world's clock. */
import type { NewPost, SandboxMedia, SandboxPost } from "../world/posts.ts";
import type { World } from "../world/world.ts";
import { CONTOSO_POSTS, contosoPost } from "./contoso-posts.ts";
import { PEOPLE, SANDBOX_USER } from "./people.ts";

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const CROWD = 1200;
const CROWD_FIRST_ID = 1_900_000_000_000_000_000n;
const CROWD_STEP = 1_000_003n;

const picture = (key: string, type: SandboxMedia["type"], altText?: string): SandboxMedia => ({
  key,
  type,
  path: `/media/pictures/${key}.svg`,
  altText,
});

const seedUsers = ({ users, now }: World): void => {
  const start = now();
  for (const { follows: _, ...person } of PEOPLE) {
    users.put({ ...person, createdAt: start - 900 * DAY_MS });
  }
  const idOf = (username: string) => users.named(username)?.id ?? "";
  for (let index = 0; index < CROWD; index += 1) {
    const number = String(index).padStart(4, "0");
    const { id } = users.put({
      id: String(CROWD_FIRST_ID + BigInt(index) * CROWD_STEP),
      username: `fan_${number}`,
      name: `Fan ${number}`,
      createdAt: start - 300 * DAY_MS,
      crowd: true,
    });
    users.follow(id, idOf("contoso"));
  }
  for (const { id, follows } of PEOPLE) {
    for (const username of follows) users.follow(id, idOf(username));
  }
};

const REPORT = `Unser Bericht ist da. ${"Was wir gelernt haben, steht darin Punkt für Punkt. ".repeat(12)}Danke an @contoso und @spam_sam! #Forschung`;

export const seed = (world: World): void => {
  seedUsers(world);
  const { users, posts } = world;
  const start = world.now();
  const post = (
    username: string,
    hoursAgo: number,
    text: string,
    more: Partial<NewPost> = {},
  ): SandboxPost =>
    posts.add({
      authorId: users.named(username)?.id ?? "",
      text,
      createdAt: start - hoursAgo * HOUR_MS,
      ...more,
    });
  const retweet = (username: string, hoursAgo: number, { id }: SandboxPost): SandboxPost =>
    post(username, hoursAgo, "", { retweetOf: id });

  post("contoso", 9 * 24, "Contoso news that search no longer reaches");
  post("fabrikam", 8 * 24, "Spring fabrics have arrived 🌷 #fabrikam");
  for (let index = CONTOSO_POSTS; index > 0; index -= 1) {
    const lang = index % 7 === 5 ? "it" : "en";
    post("contoso", index, contosoPost(index), { lang, likes: (index * 37) % 90 });
  }

  const collection = post("fabrikam", 30, "The new collection is here! #fabrikam", {
    media: [
      picture("3_1990000000000000001", "photo", "Rolls of cloth in many colours"),
      picture("3_1990000000000000002", "photo"),
    ],
    likes: 512,
  });
  post("adventureworks", 26, "Ride with us 🚵 🎬", {
    media: [picture("7_1990000000000000003", "video")],
  });
  post("tailspin_toys", 25, "It flies!", {
    media: [picture("16_1990000000000000004", "animated_gif")],
  });
  const report = post("wingtip", 20, REPORT, { lang: "de", likes: 77 });
  post("lee_gu", 18.5, "今天的会议很好 😀 @contoso", { lang: "zh" });
  post("private_pat", 17.5, "Only my friends can read about contoso here");
  const spam = post("spam_sam", 16.5, "Buy contoso followers now");
  const question = post(
    "megan_bowen",
    15.5,
    "Does @contoso_help answer at night? Asking for a friend 🌙",
  );
  const answer = post("contoso_help", 14.5, "@megan_bowen We do! How can we help?", {
    replyTo: question.id,
  });
  post("megan_bowen", 14.4, "@contoso_help My chair arrived without legs 🪑", {
    replyTo: answer.id,
  });
  post("megan_bowen", 12.5, "What a collection!", { quoteOf: collection.id });
  retweet("contoso", 10.5, collection);
  retweet("adventureworks", 9.5, report);
  const withdrawn = post("wingtip", 8.5, "We said too much");
  retweet("fabrikam", 7.5, withdrawn);
  posts.remove(withdrawn.id);
  retweet("megan_bowen", 7.2, spam);
  post("alex_wilber", 6.5, "コントソの新しい椅子はとても快適です #contoso", { lang: "ja" });
  post("alex_wilber", 6.2, "Merci @fabrikam & @contoso pour l’accueil à Paris 🇫🇷", { lang: "fr" });
  post("fabrikam", 5.5, "Less than 3 rolls left: https://fabrikam.example/sale <3");

  post(SANDBOX_USER.username, 50, "First day in the sandbox");
  retweet(SANDBOX_USER.username, 29.5, collection);
  post(SANDBOX_USER.username, 14.2, "@megan_bowen Same here!", { replyTo: question.id });
  post(SANDBOX_USER.username, 5.2, "Hello from Northwind 👋");
};
