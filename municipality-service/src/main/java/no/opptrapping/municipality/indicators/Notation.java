package no.opptrapping.municipality.indicators;

/** How the figures of an upload are written. */
public enum Notation {
    /** With a decimal point and nothing between the thousands, as programs write them. */
    PLAIN,
    /** With a decimal point, as in a file separated by commas; spaces may stand between the thousands. */
    POINT,
    /** With a decimal comma, as in a file separated by semicolons or tabs; spaces may stand between the thousands. */
    COMMA
}
