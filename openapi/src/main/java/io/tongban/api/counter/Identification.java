package io.tongban.api.counter;

/** How it was found out who the worker is. */
public enum Identification {
    /** A social security card was read. */
    CARD_READ,
    /** The bank compared the face. */
    FACE_CHECKED,
    /** An operator saw the papers. */
    PAPERS_SEEN
}
