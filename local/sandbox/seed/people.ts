/** Who has an account in the sandbox: fictional companies and people. */

/** Who is signed in when nobody else is named. */
export const SANDBOX_USER = {
  id: "1795000000000000123",
  username: "northwind_demo",
  name: "Northwind Demo",
} as const;

export interface Person {
  /** Old accounts have short ids, newer ones snowflakes beyond what a double holds. */
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly description: string;
  readonly location?: string;
  readonly likeCount?: number;
  readonly protected?: boolean;
  readonly suspended?: boolean;
  readonly premium?: boolean;
  /** Whom they follow, in the order in which they began to. */
  readonly follows: readonly string[];
}

export const PEOPLE: readonly Person[] = [
  {
    ...SANDBOX_USER,
    location: "Redmond, WA",
    description: "We try things out here.",
    likeCount: 42,
    follows: ["wingtip", "adventureworks", "fabrikam", "contoso_help", "megan_bowen", "contoso"],
  },
  {
    id: "1460323737035677698",
    username: "contoso",
    name: "Contoso Ltd",
    location: "Seattle, WA",
    description: "We make everything. Support: @contoso_help",
    likeCount: 310,
    premium: true,
    follows: ["contoso_help", "fabrikam"],
  },
  {
    id: "1460323737035677699",
    username: "contoso_help",
    name: "Contoso Support",
    location: "Seattle, WA",
    description: "Here to help, 24/7 ☎️",
    follows: ["contoso"],
  },
  {
    id: "20734210",
    username: "fabrikam",
    name: "Fabrikam Inc",
    location: "Paris, France",
    description: "Fabrics & more",
    likeCount: 1204,
    follows: ["contoso", "northwind_demo"],
  },
  {
    id: "1602345678901234567",
    username: "adventureworks",
    name: "Adventure Works 🚲",
    location: "Oslo",
    description: "Bikes for every road.",
    follows: ["wingtip", "tailspin_toys"],
  },
  {
    id: "1702345678901234567",
    username: "tailspin_toys",
    name: "Tailspin Toys",
    description: "Toys that fly ✈️",
    follows: ["adventureworks"],
  },
  {
    id: "812345",
    username: "wingtip",
    name: "Wingtip Research",
    location: "Zürich",
    description: "Forschung und Lehre",
    premium: true,
    follows: [],
  },
  {
    id: "1802345678901234567",
    username: "megan_bowen",
    name: "Megan Bowen",
    location: "Pittsburgh",
    description: "Marketing. Opinions are mine.",
    likeCount: 5120,
    follows: ["contoso", "contoso_help", "northwind_demo", "private_pat"],
  },
  {
    id: "1802345678901234568",
    username: "lee_gu",
    name: "Lee Gu",
    location: "上海",
    description: "工程师",
    follows: ["contoso", "northwind_demo"],
  },
  {
    id: "2244994945",
    username: "alex_wilber",
    name: "Alex Wilber",
    description: "",
    follows: ["fabrikam", "contoso"],
  },
  {
    id: "1802345678901234569",
    username: "private_pat",
    name: "Pat Private",
    description: "Friends only.",
    protected: true,
    follows: ["contoso", "megan_bowen"],
  },
  {
    id: "1802345678901234570",
    username: "spam_sam",
    name: "Sam Spam",
    description: "Buy now",
    suspended: true,
    follows: ["contoso", "northwind_demo"],
  },
];
