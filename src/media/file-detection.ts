/** Tells files apart by their bytes, a file apart in what is deployed: most calls bring none. */
export { fileTypeFromBuffer } from "file-type";
export { default as isAnimated } from "is-animated";
