/** The two languages of the docs. */
export type Language = 'en' | 'zh';

export type Bilingual = Readonly<Record<Language, string>>;
