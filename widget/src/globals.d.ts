/** Name of the built chat file, with its content hash; written in by the build. */
declare const CHAT_FILE: string;
