/** A week of a busy account, so that a search for it takes several pages. */

export const CONTOSO_POSTS = 160;

const TEXTS = [
  "Contoso opens a new store in {place} today 🎉 #contoso",
  "Contoso R&D shows what comes next: thinner < lighter. #innovation",
  "Thanks to @fabrikam for the fabrics of the new Contoso chair!",
  "Happy hour at Contoso {place}: drinks are on us from five. https://www.contoso.com/happy-hour?city={place}",
  "Contoso is hiring in {place}. Come and work with us! #jobs",
  "Contoso ti aspetta a {place} ☕️",
  "Questions about your Contoso order? Ask @contoso_help, day and night.",
];
const PLACES = ["Seattle", "Oslo", "Paris", "Zürich", "東京", "Nairobi", "São Paulo", "Roma"];

/** The `index`-th of them, 1 the newest; the number makes each text its own. */
export const contosoPost = (index: number): string => {
  const text = TEXTS[index % TEXTS.length] ?? "";
  const place = PLACES[index % PLACES.length] ?? "";
  return `${text.replaceAll("{place}", place)} (${index})`;
};
