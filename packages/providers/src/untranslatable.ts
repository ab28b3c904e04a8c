/** Thrown while a request is translated, where leaving a part out would change what was asked. */
export class Untranslatable extends Error {}
