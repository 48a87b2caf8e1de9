declare const __DESK_VERSION__: string;
/** Where the PDF viewer's fonts and decoders lie. */
declare const __PDF_FILES__: string;
declare module '*.css';
