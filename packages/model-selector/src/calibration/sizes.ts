/** Buckets that words are hashed into; two words of one bucket are one to the model. */
export const wordBuckets = 4096;

/** Random waves that the numbers of a prompt are seen through. */
export const waveCount = 256;

/** Models of one calibration; its JSON stays under about 400 KB. */
export const mostModels = 8;

/** Each outcome is foretold by models that saw the other nine tenths. */
export const foldCount = 10;
