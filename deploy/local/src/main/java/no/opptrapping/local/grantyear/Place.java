package no.opptrapping.local.grantyear;

import java.util.Optional;

/** A real municipality on 1 January of the grant year, with its real number of inhabitants a year before. */
record Place(String number, String name, String county, Optional<String> organisationNumber, long population)
        implements Comparable<Place> {
    boolean canSignIn() {
        return organisationNumber.isPresent();
    }

    /** The caller that this municipality's own system is; only for one that {@link #canSignIn()}. */
    Who caller() {
        return new Who.Municipality(organisationNumber.orElseThrow());
    }

    @Override
    public int compareTo(Place other) {
        return number.compareTo(other.number);
    }
}
