package no.opptrapping.grant.known;

import java.util.List;

/** Where what has been heard of county governors' offices is kept. */
public interface HeardOffices {
    /** Keeps it in place of what was heard of the same office before. */
    void keep(HeardOffice heard);

    List<HeardOffice> all();
}
