declare const __DESK_VERSION__: string;
declare module '*.css';
