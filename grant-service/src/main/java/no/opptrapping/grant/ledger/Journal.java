package no.opptrapping.grant.ledger;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.Kroner;

/** Where postings are kept. Everything here takes part in the caller's transaction. */
public interface Journal {
    /** Locks a scheme's year until the transaction ends and tells what is available of it. */
    @CanIgnoreReturnValue
    Kroner lockAvailable(SchemeId scheme, Year year);

    /** What is unused of an office's frame; asked under {@link #lockAvailable}, since it moves otherwise. */
    Kroner unused(SchemeId scheme, Year year, CountyGovernorOfficeId office);

    /** The offices whose frames the awards are of; those of no frame are left out. */
    Map<UUID, CountyGovernorOfficeId> offices(Set<UUID> awards);

    /** Every account of each office that has been posted on for a scheme's year. */
    Map<CountyGovernorOfficeId, Map<Account, Kroner>> frames(SchemeId scheme, Year year);

    /**
     * Adds postings in their order; the database refuses one that would overdraw an account, and a source that is already
     * posted.
     */
    void add(List<Posting> postings);

    /** Every account of a scheme's year that has been posted on. */
    Map<Account, Kroner> balances(SchemeId scheme, Year year);

    /** Every account of an award that has been posted on in the year that it was given for. */
    Optional<AwardStanding> standing(UUID award);

    /** Every account of an award that has been posted on in the year; empty when the award is not known at all. */
    Optional<AwardStanding> standing(UUID award, Year year);

    /** The years in which anything of the award has been posted, the one that it was given for first. */
    List<Year> years(UUID award);

    /** The standing in a scheme's year of every award that has been posted on in it. */
    List<AwardStanding> standings(SchemeId scheme, Year year);

    /** The sums of the lines themselves, per account; equal to the balances unless someone tampered with those. */
    Map<Account, Kroner> sumsOfLines(SchemeId scheme, Year year);

    /** Entries in the order they were made, those after the given number. */
    List<Entry> entries(EntryFilter filter, long after, int limit);

    /** The schemes' years that have been posted on. */
    List<SchemeYear> schemeYears();

    /** One posting as kept, with its running number. */
    record Entry(long number, UUID id, Posting posting) {}

    /** Which entries: all that are given must fit. */
    record EntryFilter(Optional<SchemeId> scheme, Optional<Year> year, Optional<UUID> award) {}

    /** A year of a scheme. */
    record SchemeYear(SchemeId scheme, Year year) {}
}
