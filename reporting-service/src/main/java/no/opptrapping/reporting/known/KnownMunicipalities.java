package no.opptrapping.reporting.known;

/** Where what has been heard of municipalities is kept. */
public interface KnownMunicipalities {
    /** Keeps it in place of what was known of the same municipality before. */
    void keep(KnownMunicipality municipality, long version);

    /** Everything that is known now. */
    Structure structure();
}
