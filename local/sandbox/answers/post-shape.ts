/** A post as X sends it: https://docs.x.com/x-api/fundamentals/data-dictionary#tweet */
import type { PostText } from "../world/post-text.ts";
import type { SandboxPost } from "../world/posts.ts";
import type { World } from "../world/world.ts";
import type { WirePost } from "./vocabulary.ts";
import type { Wanted } from "./wanted.ts";

type Entities = NonNullable<WirePost["entities"]>;
type References = NonNullable<WirePost["referenced_posts"]>;

/** The id of a mentioned account is there as long as the account is. */
const entitiesOf = ({ users }: World, text: PostText): Entities | undefined => {
  const { mentions, hashtags, cashtags, urls } = text;
  if (mentions.length + hashtags.length + cashtags.length + urls.length === 0) return undefined;
  const entities: Entities = {};
  if (urls.length > 0) {
    entities.urls = urls.map(({ start, end, url, expandedUrl, displayUrl, mediaKey }) => ({
      start,
      end,
      url,
      expanded_url: expandedUrl,
      display_url: displayUrl,
      ...(mediaKey && { media_key: mediaKey }),
    }));
  }
  if (mentions.length > 0) {
    entities.mentions = mentions.map(({ start, end, username }) => {
      const user = users.named(username);
      const id = user?.suspended ? undefined : user?.id;
      return { start, end, username: user?.username ?? username, ...(id && { id }) };
    });
  }
  if (hashtags.length > 0) entities.hashtags = [...hashtags];
  if (cashtags.length > 0) entities.cashtags = [...cashtags];
  return entities;
};

export const referencesOf = ({ retweetOf, quoteOf, replyTo }: SandboxPost): References => {
  const references: References = [];
  if (retweetOf) references.push({ type: "retweeted", id: retweetOf });
  if (quoteOf) references.push({ type: "quoted", id: quoteOf });
  if (replyTo) references.push({ type: "replied_to", id: replyTo });
  return references;
};

export const postShape = (world: World, post: SandboxPost, { post: fields }: Wanted): WirePost => {
  const { id, shown, note, counts, media, facts } = post;
  const shape: WirePost = { id, text: shown.text, edit_history_post_ids: [id] };
  if (fields.has("attachments") && (media.length > 0 || facts.poll)) {
    shape.attachments = {
      ...(media.length > 0 && { media_keys: media.map(({ key }) => key) }),
      ...(facts.poll && { poll_ids: [facts.poll.id] }),
    };
  }
  if (fields.has("author_id")) shape.author_id = post.authorId;
  if (fields.has("conversation_id")) shape.conversation_id = post.conversationId;
  if (fields.has("created_at")) shape.created_at = new Date(post.createdAt).toISOString();
  if (fields.has("in_reply_to_user_id") && post.replyToUserId) {
    shape.in_reply_to_user_id = post.replyToUserId;
  }
  if (fields.has("lang")) shape.lang = post.lang;
  if (fields.has("possibly_sensitive")) shape.possibly_sensitive = false;
  if (fields.has("reply_settings")) shape.reply_settings = facts.replySettings ?? "everyone";
  if (fields.has("paid_partnership") && facts.paidPartnership) shape.paid_partnership = true;
  if (fields.has("public_metrics")) {
    shape.public_metrics = {
      repost_count: counts.reposts,
      reply_count: counts.replies,
      like_count: counts.likes,
      quote_count: counts.quotes,
      bookmark_count: 0,
      impression_count: 0,
    };
  }
  if (fields.has("entities")) {
    const entities = entitiesOf(world, shown);
    if (entities) shape.entities = entities;
  }
  if (fields.has("referenced_posts")) {
    const references = referencesOf(post);
    if (references.length > 0) shape.referenced_posts = references;
  }
  if (fields.has("note_post") && note) {
    const entities = entitiesOf(world, note);
    shape.note_post = { text: note.text, ...(entities && { entities }) };
  }
  return shape;
};
