package no.opptrapping.reporting.obligations;

/** How far the report of a room has come, as its obligations see it. */
public enum Progress {
    /** The municipality has the next move. */
    WITH_THE_MUNICIPALITY,
    /** The Directorate has the next move. */
    IN_CONTROL,
    /** Nobody has. */
    APPROVED
}
