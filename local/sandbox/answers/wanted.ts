/** What fields and expansions a request asks for. https://docs.x.com/x-api/fundamentals/fields */
import { invalidRequest } from "../problems.ts";
import { inVocabulary, isForeign, toPostName, type Vocabulary } from "./vocabulary.ts";

/** All names are of the newer vocabulary. */
export interface Wanted {
  readonly vocabulary: Vocabulary;
  readonly post: ReadonlySet<string>;
  readonly user: ReadonlySet<string>;
  readonly media: ReadonlySet<string>;
  readonly poll: ReadonlySet<string>;
  readonly expansions: ReadonlySet<string>;
}

const POST_FIELDS =
  "article,attachments,author_id,card_uri,community_id,context_annotations,conversation_id,created_at,display_text_range,edit_controls,edit_history_post_ids,entities,geo,id,in_reply_to_user_id,lang,matched_media_notes,media_metadata,non_public_metrics,note_post,note_request_suggestions,organic_metrics,paid_partnership,possibly_sensitive,promoted_metrics,public_metrics,referenced_posts,reply_settings,scopes,source,suggested_source_links,suggested_source_links_with_counts,text,withheld".split(
    ",",
  );
const USER_FIELDS =
  "affiliation,confirmed_email,connection_status,created_at,description,entities,id,is_identity_verified,location,most_recent_post_id,name,parody,pinned_post_id,profile_banner_url,profile_image_url,protected,public_metrics,receives_your_dm,subscription,subscription_type,url,username,verified,verified_followers_count,verified_type,withheld".split(
    ",",
  );
const MEDIA_FIELDS =
  "alt_text,duration_ms,height,media_key,non_public_metrics,organic_metrics,preview_image_url,promoted_metrics,public_metrics,type,url,variants,width".split(
    ",",
  );
const POLL_FIELDS = ["duration_minutes", "end_datetime", "id", "options", "voting_status"];
const PLACE_FIELDS = "contained_within,country,country_code,full_name,geo,id,name,place_type".split(
  ",",
);
const POST_EXPANSIONS =
  "article.cover_media,article.media_entities,attachments.media_keys,attachments.media_source_post,attachments.poll_ids,author_id,edit_history_post_ids,entities.mentions.username,geo.place_id,in_reply_to_user_id,entities.note.mentions.username,referenced_posts.id,referenced_posts.id.attachments.media_keys,referenced_posts.id.author_id".split(
    ",",
  );
const USER_EXPANSIONS = ["affiliation.user_id", "most_recent_post_id", "pinned_post_id"];

/** The field that an expansion brings along. */
const FIELD_OF_EXPANSION: Readonly<Record<string, string>> = {
  author_id: "author_id",
  "attachments.media_keys": "attachments",
  "attachments.poll_ids": "attachments",
  "entities.mentions.username": "entities",
  in_reply_to_user_id: "in_reply_to_user_id",
  "referenced_posts.id": "referenced_posts",
};

const readList = (
  query: URLSearchParams,
  parameter: string,
  known: readonly string[],
  vocabulary: Vocabulary,
): string[] => {
  const given = query.get(parameter);
  if (given === null) return [];
  const names = known.map((name) => inVocabulary(name, vocabulary));
  return given.split(",").flatMap((name) => {
    if (names.includes(name)) return toPostName(name);
    if (isForeign(name, vocabulary)) return [];
    throw invalidRequest(
      parameter,
      name,
      `The \`${parameter}\` query parameter value [${name}] is not one of [${names.join(",")}]`,
    );
  });
};

/** Throws X's 400. `of` is what the answer's data holds. */
export const readWanted = (query: URLSearchParams, of: "posts" | "users"): Wanted => {
  const vocabulary = query.has("post.fields") && !query.has("tweet.fields") ? "post" : "tweet";
  const list = (parameter: string, known: readonly string[]) =>
    readList(query, parameter, known, vocabulary);
  const expansions = list("expansions", of === "posts" ? POST_EXPANSIONS : USER_EXPANSIONS);
  // Only checked: the sandbox shows no places.
  list("place.fields", PLACE_FIELDS);
  const brought = expansions.flatMap((expansion) => FIELD_OF_EXPANSION[expansion] ?? []);
  return {
    vocabulary,
    post: new Set([...list(`${vocabulary}.fields`, POST_FIELDS), ...brought]),
    user: new Set(list("user.fields", USER_FIELDS)),
    media: new Set(list("media.fields", MEDIA_FIELDS)),
    poll: new Set(list("poll.fields", POLL_FIELDS)),
    expansions: new Set(expansions),
  };
};

/** The parameters that `readWanted` reads, as X allows them. */
export const POST_VIEW = [
  "tweet.fields",
  "post.fields",
  "expansions",
  "media.fields",
  "poll.fields",
  "user.fields",
  "place.fields",
] as const;
export const USER_VIEW = ["user.fields", "expansions", "tweet.fields", "post.fields"] as const;
